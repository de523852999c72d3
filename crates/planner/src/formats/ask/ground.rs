//! A plan that stands, and one job to find places for.

use super::{Reason, Sheet};
use crate::formats::walk::{Node, Stuck, Walked, nodes, walk};
use crate::model::{Hold, Money, Route, Routes, Stop};

/// The plan without the job.
pub(super) struct Ground<'s, S> {
    pub(super) sheet: &'s S,
    pub(super) job: u32,
    /// Where the job stands: the duty and the place on it.
    pub(super) stands: Option<(u32, usize)>,
    /// By duty: what is on it without the job.
    pub(super) without: Vec<Vec<Node>>,
    /// What each duty without the job is worth; why it does not hold, when it does not.
    pub(super) base: Vec<Result<Money, Stuck>>,
    /// What the plan is worth with the job where it stands, against the plan without it.
    pub(super) now: Money,
}

/// A place for a job.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    pub(super) at: usize,
    pub(super) walked: Walked,
    /// What the plan with the job there is worth, against the plan without it.
    pub(super) gain: Money,
}

impl<'s, S: Sheet> Ground<'s, S> {
    pub(super) fn new(sheet: &'s S, job: u32) -> Ground<'s, S> {
        let draft = sheet.draft();
        let mut ground =
            Ground { sheet, job, stands: None, without: Vec::new(), base: Vec::new(), now: Money::ZERO };
        for (duty, route) in draft.duties.iter().zip(&sheet.routes().duties) {
            let mut nodes = nodes(duty, &route.stops);
            if let Some(at) = nodes.iter().position(|node| *node == Node::Job(job)) {
                ground.stands = Some((ground.without.len() as u32, at));
                nodes.remove(at);
            }
            ground.base.push(
                walk(draft, duty, &nodes).map(|walked| ground.worth(ground.base.len(), &nodes, &walked)),
            );
            ground.without.push(nodes);
        }
        // A place that breaks a rule as it stands is worth as much as none.
        if let Some(Ok(fit)) = ground.stands.map(|(duty, at)| ground.fit(duty, at)) {
            ground.now = fit.gain;
        }
        ground
    }

    /// What a duty brings: gains less driving and overtime.
    pub(super) fn worth(&self, duty: usize, nodes: &[Node], walked: &Walked) -> Money {
        let draft = self.sheet.draft();
        let gains = nodes.iter().filter_map(|node| match node {
            Node::Job(job) => Some(self.gain(*job, duty as u32).unwrap_or(Money::ZERO)),
            Node::Appointment(_) => None,
        });
        gains.sum::<Money>()
            - draft.drive_price * walked.drive
            - draft.duties[duty].overtime_price * walked.overtime
    }

    /// What a pair brings; none when the duty may not have the job.
    pub(super) fn gain(&self, job: u32, duty: u32) -> Option<Money> {
        let able = &self.sheet.draft().jobs[job as usize].able;
        able.iter().find(|able| able.duty == duty).map(|able| able.gain)
    }

    /// The job at a place on a duty.
    pub(super) fn fit(&self, duty: u32, at: usize) -> Result<Fit, Stuck> {
        let mut nodes = self.without[duty as usize].clone();
        nodes.insert(at, Node::Job(self.job));
        self.tried(duty, at, &nodes)
    }

    fn tried(&self, duty: u32, at: usize, nodes: &[Node]) -> Result<Fit, Stuck> {
        let draft = self.sheet.draft();
        let base = self.base[duty as usize]?;
        let walked = walk(draft, &draft.duties[duty as usize], nodes)?;
        let penalty = draft.jobs[self.job as usize].penalty;
        let gain = self.worth(duty as usize, nodes, &walked) - base + penalty;
        Ok(Fit { at, walked, gain })
    }

    /// Every place on a duty.
    pub(super) fn fits(&self, duty: u32) -> Vec<Result<Fit, Stuck>> {
        (0..=self.without[duty as usize].len()).map(|at| self.fit(duty, at)).collect()
    }

    /// The best place on a duty that may have the job.
    pub(super) fn best(&self, duty: u32) -> Option<Fit> {
        self.gain(self.job, duty)?;
        self.fits(duty).into_iter().flatten().max_by_key(|fit| (fit.gain, std::cmp::Reverse(fit.at)))
    }

    /// Whether a person or time itself has decided where the job is.
    pub(super) fn is_fixed(&self, job: u32) -> bool {
        matches!(self.sheet.draft().jobs[job as usize].hold, Hold::Fixed { .. })
    }

    /// What stands at a place: its name, and none for the ends of the duty.
    pub(super) fn named(&self, node: Option<&Node>) -> Option<String> {
        node.map(|node| match node {
            Node::Job(job) => self.sheet.job_name(*job),
            Node::Appointment(index) => format!("appointment {index}"),
        })
    }

    /// The plan with other nodes on some duties.
    pub(super) fn routes(&self, changed: &[(u32, Vec<Node>)]) -> Option<Routes> {
        let draft = self.sheet.draft();
        let mut routes =
            Routes { duties: Vec::new(), broken: self.sheet.routes().broken.clone(), ..Routes::default() };
        for (duty, nodes) in self.without.iter().enumerate() {
            let nodes =
                changed.iter().find(|(other, _)| *other as usize == duty).map_or(nodes, |(_, nodes)| nodes);
            if self.base[duty].is_err() {
                routes.duties.push(self.sheet.routes().duties[duty].clone());
                continue;
            }
            let walked = walk(draft, &draft.duties[duty], nodes).ok()?;
            let stops = nodes.iter().zip(&walked.starts).filter_map(|(node, start)| match node {
                Node::Job(job) => Some(Stop { job: *job, start: *start }),
                Node::Appointment(_) => None,
            });
            routes.duties.push(Route { stops: stops.collect(), breaks: walked.breaks });
        }
        let served: std::collections::HashSet<u32> =
            routes.duties.iter().flat_map(|route| &route.stops).map(|stop| stop.job).collect();
        routes.unserved = (0..draft.jobs.len() as u32).filter(|job| !served.contains(job)).collect();
        Some(routes)
    }

    /// Why a place does not hold, in words.
    pub(super) fn reason(&self, stuck: Stuck) -> Reason {
        let name = |node: Option<Node>| {
            self.named(node.as_ref()).map_or("home".to_owned(), |name| format!("`{name}`"))
        };
        let time = |at| match self.sheet.time(at) {
            serde_json::Value::String(text) => text,
            other => format!("{other} s"),
        };
        let reason =
            |rule: &str, actual: String, limit: String| Reason { rule: rule.to_owned(), actual, limit };
        match stuck {
            Stuck::NoRoad { node } => {
                let actual = format!("no drive to {} is within the limits, or there is no road", name(node));
                reason("road", actual, "a drive within the limits".to_owned())
            }
            Stuck::LongDrive { node, drive, limit } => {
                reason("drive_limit", format!("{drive} s to {}", name(node)), format!("at most {limit} s"))
            }
            Stuck::Late { node, earliest, latest } => {
                let actual =
                    format!("{} could start at {} at the earliest", name(Some(node)), time(earliest));
                reason("window", actual, format!("{} at the latest", time(latest)))
            }
            Stuck::LateHome { home, limit } => {
                reason("shift", format!("home at {}", time(home)), format!("{} at the latest", time(limit)))
            }
            Stuck::NoBreak { index } => reason(
                "break",
                format!("break {index} finds no room"),
                "a start inside its window".to_owned(),
            ),
            Stuck::MuchDriving { drive, limit } => {
                reason("drive_in_all", format!("{drive} s of driving"), format!("at most {limit} s"))
            }
            Stuck::ManyJobs { jobs, limit } => {
                reason("max_jobs", format!("{jobs} visits"), format!("at most {limit}"))
            }
            Stuck::Load { load, limit } => {
                reason("capacity", format!("a load of {load}"), format!("at most {limit}"))
            }
        }
    }
}
