//! What would you change for this visit?

use crate::explain::{self, Outcome};
use crate::judge::Block;
use crate::problem::{Problem, instant};
use crate::promises::Kept;
use crate::proof::{self, Proof};
use crate::reasons;
use crate::search::{Budget, Candidate, Chain, Found, Search};
use crate::sketch::{Placing, View};
use domain::{Alternative, AppointmentId, Cents, EventId, Move, Placement, Refusal, Span, TechnicianId};

/// What the planner answers when it is asked about one visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// One to [`MOST_ALTERNATIVES`] verified sets of moves, best first; each better than leaving things as they are.
    Better(Vec<Alternative>),
    /// The visit is on the schedule and no set of moves that was tried is better.
    NothingBetter {
        /// What was tried and how near it came, one sentence each.
        evidence: Vec<String>,
        /// No change of this visit alone can gain more than this, even if windows, shifts and neighbours allowed
        /// everything; weighed by the dial.
        bound: Cents,
        /// What was looked at, counted.
        proof: Proof,
    },
    /// The visit is not on the schedule and is best left so.
    LeaveUnassigned {
        /// What was tried, one sentence each.
        evidence: Vec<String>,
        /// For every technician the rules that stand in the way at the place that comes nearest; fewest first.
        /// What it would take to lift them says [`crate::would_take`].
        blocked: Vec<(TechnicianId, Vec<Block>)>,
        /// What was looked at, counted.
        proof: Proof,
    },
    /// The visit may not be planned.
    NotAllowed(Refusal),
}

/// No more sets of moves than people compare at a glance.
pub const MOST_ALTERNATIVES: usize = 4;

/// Verifying a candidate applies it to a copy of the board; after this many that promises forbid, the search stops.
const MOST_VERIFICATIONS: u32 = 48;

/// The best changes for one visit: the smallest sets of moves that give it a better place, each verified by
/// [`domain::Board::apply`] and by [`crate::checker::check`], which shares no code with the search.
pub fn suggest(problem: &Problem<'_>, visit: AppointmentId, budget: &Budget) -> Answer {
    let task = match allowed(problem, visit) {
        Ok(task) => task,
        Err(refusal) => return Answer::NotAllowed(refusal),
    };
    let most_moves = u32::from(problem.board.company.settings.change_budget);
    let found = Search::run(problem, task, View::Schedule, most_moves, budget);
    let mut verified = Verified::default();
    let alternatives = pick(problem, &found, most_moves, MOST_ALTERNATIVES, &mut verified);
    if !alternatives.is_empty() {
        return Answer::Better(alternatives);
    }
    let (evidence, proof) =
        (proof::evidence(problem, task, &found, &verified), proof::of(problem, &found, &verified));
    if problem.tasks[task].firm.is_some() {
        return Answer::NothingBetter { evidence, bound: proof::bound(problem, task), proof };
    }
    let mut blocked: Vec<(TechnicianId, Vec<Block>)> = explain::rank(problem, visit)
        .into_iter()
        .filter_map(|verdict| match verdict.outcome {
            Outcome::Blocked { blocks } => Some((verdict.technician, blocks)),
            Outcome::Chosen { .. } | Outcome::Feasible { .. } => None,
        })
        .collect();
    blocked.sort_by_key(|(_, blocks)| blocks.len());
    Answer::LeaveUnassigned { evidence, blocked, proof }
}

/// The best verified change for one visit, if any is better than leaving it: what standing suggestions ask.
pub(crate) fn best(problem: &Problem<'_>, task: usize, budget: &Budget) -> (Option<Alternative>, u64) {
    let most_moves = u32::from(problem.board.company.settings.change_budget);
    let found = Search::run(problem, task, View::Schedule, most_moves, budget);
    (pick(problem, &found, most_moves, 1, &mut Verified::default()).pop(), found.gaps)
}

/// The task of a visit that may be planned.
pub(crate) fn allowed(problem: &Problem<'_>, visit: AppointmentId) -> Result<usize, Refusal> {
    let task = problem.task(visit).ok_or(Refusal::UnknownVisit { appointment: visit })?;
    let whole = problem.visit_of(task).ok_or(Refusal::UnknownVisit { appointment: visit })?;
    if let Some(refusal) = problem.board.keeps_still(whole) {
        return Err(refusal);
    }
    if whole.location.point.is_none() {
        return Err(Refusal::AddressNotFound);
    }
    if whole.appointment.window.end() <= problem.board.now {
        return Err(Refusal::DayOver { ended: whole.appointment.window.end() });
    }
    Ok(task)
}

/// What verification refused so far.
#[derive(Default)]
pub(crate) struct Verified {
    refused: u32,
    /// Plans that would break a promise.
    pub(crate) promises: u32,
}

/// The best candidate, and others that are better in some figure or send somebody else.
pub(crate) fn pick(
    problem: &Problem<'_>,
    found: &Found,
    most_moves: u32,
    most: usize,
    verified: &mut Verified,
) -> Vec<Alternative> {
    let better = |candidate: &&Candidate| candidate.score.0 > 0 && candidate.delta.moves <= most_moves;
    let good: Vec<&Candidate> = found.candidates.iter().filter(better).collect();
    let mut by_drive = good.clone();
    by_drive.sort_by_key(|candidate| candidate.delta.drive);
    let mut by_value = good.clone();
    let money = |candidate: &Candidate| problem.terms.gain(candidate.delta).value;
    by_value.sort_by_key(|candidate| -money(candidate));
    let mut picked =
        Picked { problem, verified, known: Vec::new(), reduced: Vec::new(), chosen: Vec::new(), most };
    picked.take(&good, |_, _| true);
    picked.take(&by_drive, |candidate, other| candidate.delta.drive < other.delta.drive);
    picked.take(&by_value, |candidate, other| money(candidate) > money(other));
    picked.take(&good, |candidate, other| candidate.delta.moves < other.delta.moves);
    for _ in 0..most {
        picked.take(&good, |candidate, other| candidate.person(problem) != other.person(problem));
    }
    picked.chosen.into_iter().map(|candidate| alternative(problem, candidate)).collect()
}

struct Picked<'c, 'p, 'a> {
    problem: &'p Problem<'a>,
    verified: &'c mut Verified,
    /// Verdicts so far, so that no candidate is verified twice.
    known: Vec<(&'c Candidate, bool)>,
    /// The same of what is left of candidates without one of their moves.
    reduced: Vec<(Candidate, bool)>,
    chosen: Vec<&'c Candidate>,
    most: usize,
}

impl<'c> Picked<'c, '_, '_> {
    /// Takes the first candidate that differs from every chosen one as wanted, and that holds.
    fn take(&mut self, order: &[&'c Candidate], differs: impl Fn(&Candidate, &Candidate) -> bool) {
        if self.chosen.len() >= self.most {
            return;
        }
        for candidate in order {
            if self.chosen.iter().all(|other| differs(candidate, other))
                && self.holds(candidate)
                && self.is_smallest(candidate)
            {
                self.chosen.push(candidate);
                return;
            }
        }
    }

    /// Whether every move is needed: without it, the others are refused or bring less.
    fn is_smallest(&mut self, candidate: &Candidate) -> bool {
        let problem = self.problem;
        let smaller = (0..candidate.placings.len()).filter(|_| candidate.placings.len() > 1).map(|left| {
            let mut placings = candidate.placings.clone();
            placings.remove(left);
            (placings, candidate.shifts.clone())
        });
        let without_shift = (0..candidate.shifts.len()).map(|left| {
            let mut shifts = candidate.shifts.clone();
            shifts.remove(left);
            (candidate.placings.clone(), shifts)
        });
        let reduced: Vec<_> = smaller.chain(without_shift).collect();
        reduced.into_iter().all(|(placings, shifts)| {
            let Some(reduced) = Candidate::of(problem, placings, shifts) else { return true };
            reduced.score < candidate.score || !self.can_stand_alone(reduced)
        })
    }

    /// Whether fewer moves hold on their own; many candidates share them.
    fn can_stand_alone(&mut self, reduced: Candidate) -> bool {
        let same = |known: &&(Candidate, bool)| {
            known.0.placings == reduced.placings && known.0.shifts == reduced.shifts
        };
        if let Some((_, holds)) = self.reduced.iter().find(same) {
            return *holds;
        }
        let promises = reduced.promises(self.problem);
        let broken = matches!(promises, Kept::Broken(_));
        let holds = !broken && self.problem.holds(&reduced.moves(self.problem), &promises).is_ok();
        self.reduced.push((reduced, holds));
        holds
    }

    /// Whether the board takes the moves and the checker finds nothing.
    fn holds(&mut self, candidate: &'c Candidate) -> bool {
        if let Some((_, holds)) = self.known.iter().find(|(known, _)| std::ptr::eq(*known, candidate)) {
            return *holds;
        }
        if self.verified.refused >= MOST_VERIFICATIONS {
            return false;
        }
        let promises = candidate.promises(self.problem);
        if let Kept::Broken(_) = promises {
            self.verified.promises += 1;
            self.known.push((candidate, false));
            return false;
        }
        let (problem, moves) = (self.problem, candidate.moves(self.problem));
        let holds = problem.holds(&moves, &promises);
        if let Err(refusals) = &holds {
            let promise = refusals.iter().any(|refusal| matches!(refusal, Refusal::BreaksPromise { .. }));
            self.verified.promises += u32::from(promise);
        }
        let holds = holds.is_ok();
        self.verified.refused += u32::from(!holds);
        self.known.push((candidate, holds));
        holds
    }
}

fn alternative(problem: &Problem<'_>, candidate: &Candidate) -> Alternative {
    Alternative {
        moves: candidate.moves(problem),
        gain: problem.terms.gain(candidate.delta),
        ledger: problem.terms.ledger(candidate.delta),
        reasons: reasons::of(problem, candidate),
    }
}

impl Candidate {
    /// Placings and shifted events, counted afresh; none when they make no sense together.
    pub(crate) fn of(
        problem: &Problem<'_>,
        placings: Vec<Placing>,
        shifts: Vec<(EventId, i64)>,
    ) -> Option<Candidate> {
        let mut delta = Chain::of(problem, &placings)?.delta;
        delta.disturbance += problem.terms.disturbance(false, true) * shifts.len() as i64;
        let score = problem.terms.score(delta);
        Some(Candidate { placings, shifts, delta, score, displaces: true })
    }

    /// What becomes of the promises of others; with events that shift only the board can say.
    fn promises(&self, problem: &Problem<'_>) -> Kept {
        if self.shifts.is_empty() { problem.promises_kept(&self.placings) } else { Kept::Unsure }
    }

    /// Who gets the visit that was asked for.
    pub(crate) fn person(&self, problem: &Problem<'_>) -> usize {
        problem.duties[self.placings[0].duty].person
    }

    /// The moves, the visit asked for first.
    pub(crate) fn moves(&self, problem: &Problem<'_>) -> Vec<Move> {
        let visits = self.placings.iter().filter_map(|placing| {
            let visit = problem.visit_of(placing.task)?;
            let technician = problem.board.technicians[problem.duties[placing.duty].person].id;
            Some(Move::Assign {
                appointment: visit.appointment.id,
                to: Placement { technician, start: instant(placing.start) },
                from: visit.appointment.state.placement(),
            })
        });
        let events = self.shifts.iter().filter_map(|(event, start)| {
            let from = problem.board.event(*event)?.span;
            let to = Span::lasting(instant(*start), from.length()).ok()?;
            Some(Move::ShiftEvent { event: *event, to, from })
        });
        visits.chain(events).collect()
    }
}
