//! Where a job fits on a route, and what it costs there: constant in time for every place between two stops.

use super::route::{Asking, Fit, Node, Route};
use super::timing::{EARLY, LATE, Leg, length, pass_after, start_after};
use crate::model::{Model, NONE, Shift};

impl Route {
    /// The cheapest place for a job on this route, if there is any.
    pub(super) fn best_fit(&self, model: &Model, duty: u32, asking: &Asking) -> Option<Fit> {
        self.best_fit_but(model, duty, asking, NONE)
    }

    /// The cheapest place for a job on this route other than the one before the node at `but`.
    pub(super) fn best_fit_but(&self, model: &Model, duty: u32, asking: &Asking, but: u32) -> Option<Fit> {
        let shift = &model.shifts[duty as usize];
        if self.broken
            || self.jobs >= shift.max_jobs
            || asking.demand > shift.capacity - self.load.min(shift.capacity)
        {
            return None;
        }
        if shift.plain && shift.overtime_price == 0 {
            self.best_fit_plain(model, shift, asking, but)
        } else {
            self.best_fit_layers(model, duty, asking, but)
        }
    }

    fn best_fit_plain(&self, model: &Model, shift: &Shift, asking: &Asking, but: u32) -> Option<Fit> {
        let node = &asking.node;
        let row = node.place as usize * model.side;
        let there = &model.there[0][row..row + model.side];
        let back = &model.back[0][row..row + model.side];
        let mut best: Option<(u32, u32)> = None;
        // Signed seconds, as a shortcut may make the drive shorter; kept as an offset to stay unsigned.
        let room = shift.max_drive - self.drive;
        let (mut before, first) = (&self.nodes[0], 1);
        for (index, after) in self.nodes.iter().enumerate().skip(first) {
            let previous = std::mem::replace(&mut before, after);
            if previous.ready > node.close {
                break;
            }
            if after.late < node.open + node.duration {
                continue;
            }
            let (to, from) = (back[previous.place as usize], there[after.place as usize]);
            let cost = (SHIFTED + to + from).saturating_sub(after.leg);
            let dear = best.is_some_and(|(least, _)| cost >= least) || index as u32 == but;
            if dear || to.max(from) > shift.max_leg {
                continue;
            }
            let reached = previous.ready + length(to);
            if reached > node.close {
                continue;
            }
            let over = if node.several {
                let Some(start) = start_after(node.opening(model), node.duration, reached, &[]) else {
                    continue;
                };
                start + node.duration
            } else {
                reached.max(node.open) + node.duration
            };
            if over + length(from) <= after.late && cost.saturating_sub(SHIFTED) <= room {
                best = Some((cost, index as u32));
            }
        }
        let (cost, at) = best?;
        let seconds = i64::from(cost) - i64::from(SHIFTED);
        Some(Fit { cost: seconds * model.draft.drive_price.0, at })
    }

    fn best_fit_layers(&self, model: &Model, duty: u32, asking: &Asking, but: u32) -> Option<Fit> {
        let shift = &model.shifts[duty as usize];
        let node = &asking.node;
        let exact = shift.overtime_price != 0 || !model.timeless();
        let mut best: Option<Fit> = None;
        for at in (1..self.nodes.len()).filter(|at| *at as u32 != but) {
            let (before, after) = (&self.nodes[at - 1], &self.nodes[at]);
            let (to, from) =
                (model.drive(0, before.place, node.place), model.drive(0, node.place, after.place));
            let seconds = i64::from(to) + i64::from(from) - i64::from(after.leg);
            let cost = seconds * model.draft.drive_price.0;
            if !exact {
                let dear = best.is_some_and(|best| cost >= best.cost);
                let far = i64::from(self.drive) + seconds > i64::from(shift.max_drive);
                if dear || far || to.max(from) > shift.max_leg {
                    continue;
                }
            }
            if !self.fits(model, shift, node, at) {
                continue;
            }
            let cost = if exact {
                let mut tried = self.clone();
                if !tried.insert(model, duty, *asking, at as u32) {
                    continue;
                }
                self.worth + node.gain - tried.worth
            } else {
                cost
            };
            if best.is_none_or(|best| cost < best.cost) {
                best = Some(Fit { cost, at: at as u32 });
            }
        }
        best
    }

    /// Whether a node can stand before the one that is at `at` now.
    fn fits(&self, model: &Model, shift: &Shift, node: &Node, at: usize) -> bool {
        let (before, after) = (&self.nodes[at - 1], &self.nodes[at]);
        if shift.plain {
            let (to, from) =
                (model.drive(0, before.place, node.place), model.drive(0, node.place, after.place));
            if to.max(from) > shift.max_leg {
                return false;
            }
            let start = start_after(node.opening(model), node.duration, before.ready + length(to), &[]);
            return start.is_some_and(|start| start + node.duration + length(from) <= after.late);
        }
        let width = shift.breaks.len() + 1;
        let (earlier, later) =
            (&self.layers[(at - 1) * width..at * width], &self.layers[at * width..(at + 1) * width]);
        for (came, layer) in earlier.iter().enumerate() {
            if layer.ready == LATE || layer.ready > node.close {
                continue;
            }
            for taken in came..width {
                let leg = Leg { from: before.place, to: node.place, rests: &shift.breaks[came..taken] };
                let Some(passage) = pass_after(model, shift, layer.ready, leg) else { continue };
                let start = start_after(node.opening(model), node.duration, passage.arrival, &shift.busy);
                let Some(over) = start.map(|start| start + node.duration) else { continue };
                let on = (taken..width).any(|then| {
                    let leg = Leg { from: node.place, to: after.place, rests: &shift.breaks[taken..then] };
                    later[then].late != EARLY
                        && over <= later[then].late
                        && pass_after(model, shift, over, leg)
                            .is_some_and(|passage| passage.arrival <= later[then].late)
                });
                if on {
                    return true;
                }
            }
        }
        false
    }
}

/// Added to differences of seconds to keep them above zero.
const SHIFTED: u32 = 1 << 29;
