//! What would it take for this technician to get the visit?
//!
//! The smallest change of each kind that makes the technician win: found by halving on the technician alone, then
//! verified by solving the changed board again, once with the change and once with a little less.

use crate::explain::{Look, Outcome, rank};
use crate::objective::Score;
use crate::problem::Problem;
use crate::sketch::View;
use domain::board::How;
use domain::{
    Actor, AppointmentId, ArrivalWindow, Board, DriveTimes, Gain, Move, Placement, Refusal, SignedDuration,
    SkillHeld, SkillId, TechnicianId, civil, rules,
};

/// A change of the board or of its settings.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The arrival window opens earlier or closes later, in whole minutes.
    Window {
        /// The promise now.
        from: ArrivalWindow,
        /// The promise that would do.
        to: ArrivalWindow,
    },
    /// The technician may drive longer between two jobs.
    MaxDrive {
        /// The limit now.
        from: SignedDuration,
        /// The limit that would do, whole minutes.
        to: SignedDuration,
    },
    /// Everybody may drive home longer.
    MaxDriveHome {
        /// The limit now.
        from: SignedDuration,
        /// The limit that would do, whole minutes.
        to: SignedDuration,
    },
    /// Everybody may work longer past the end of a shift.
    Overtime {
        /// The limit now.
        from: SignedDuration,
        /// The limit that would do, whole minutes.
        to: SignedDuration,
    },
    /// The technician holds one more skill, or holds it higher or longer.
    Skill {
        /// Which.
        skill: SkillId,
        /// The level that would do, 1 to 5.
        level: u8,
        /// The level now, 0 when it is not held.
        held: u8,
        /// The first day on which the licence must still be valid, in company time; none when it does not expire.
        until: Option<civil::Date>,
    },
    /// Another visit stands elsewhere.
    Move {
        /// The move of the other visit.
        other: Move,
    },
}

/// A change that makes a technician win a visit, verified by solving again.
#[derive(Debug, Clone, PartialEq)]
pub struct Take {
    /// The change.
    pub change: Change,
    /// Where the visit would stand then.
    pub at: Placement,
    /// What it would bring then, the change itself not counted.
    pub gain: Gain,
}

/// Nobody asks a customer or a technician for more than this.
const MOST_MINUTES: i64 = 8 * 60;

/// Other visits whose move is tried, the cheapest first.
const MOST_OTHERS: usize = 6;

/// The smallest changes that make `technician` win `visit`, one of each kind that can: moving another visit, a wider window,
/// longer drives, overtime, one skill. Empty when the technician wins anyway, when no single change is enough, or when
/// there is no such visit or technician.
pub fn would_take(problem: &Problem<'_>, visit: AppointmentId, technician: TechnicianId) -> Vec<Take> {
    let (Some(task), Some(person)) = (problem.task(visit), problem.person(technician)) else {
        return Vec::new();
    };
    let look = Look::new(problem, task);
    let people = (0..problem.board.technicians.len()).filter(|other| *other != person);
    let rival = people
        .filter_map(|other| Some((look.score(other)?, other)))
        .reduce(|best, next| if look.beats(next, best) { next } else { best });
    let wins_now =
        look.score(person).is_some_and(|score| rival.is_none_or(|rival| look.beats((score, person), rival)));
    if wins_now {
        return Vec::new();
    }
    let asked = Asked { problem, visit, task, technician, person, rival, lean: problem.lean() };
    let mut takes: Vec<Take> = asked.moves().into_iter().collect();
    let single = [asked.window(), asked.max_drive(), asked.max_drive_home(), asked.overtime(), asked.skill()];
    takes.extend(single.into_iter().flatten());
    takes
}

struct Asked<'p, 'a> {
    problem: &'p Problem<'a>,
    visit: AppointmentId,
    task: usize,
    technician: TechnicianId,
    person: usize,
    /// The best of the others as things are.
    rival: Option<(Score, usize)>,
    /// The whole board without words.
    lean: Board,
}

impl Asked<'_, '_> {
    /// The smallest window, widened on one side.
    fn window(&self) -> Option<Take> {
        let from = self.problem.visit_of(self.task)?.appointment.window;
        let make = |later: bool, minutes: i64| {
            let by = SignedDuration::from_mins(minutes);
            let to = match later {
                true => ArrivalWindow::new(from.start(), from.end() + by),
                false => ArrivalWindow::new(from.start() - by, from.end()),
            };
            to.ok().map(|to| Change::Window { from, to })
        };
        let earlier = self.least(0, |minutes| make(false, minutes));
        let later = self.least(0, |minutes| make(true, minutes));
        let width = |take: &Take| match &take.change {
            Change::Window { to, .. } => to.end().duration_since(to.start()),
            _ => SignedDuration::ZERO,
        };
        [later, earlier].into_iter().flatten().min_by_key(width)
    }

    fn max_drive(&self) -> Option<Take> {
        let settings = &self.problem.board.company.settings;
        let from = self.problem.board.technicians[self.person].max_drive.unwrap_or(settings.max_drive);
        self.least(from.as_mins(), |minutes| {
            Some(Change::MaxDrive { from, to: SignedDuration::from_mins(minutes) })
        })
    }

    fn max_drive_home(&self) -> Option<Take> {
        let from = self.problem.board.company.settings.max_drive_home?;
        self.least(from.as_mins(), |minutes| {
            Some(Change::MaxDriveHome { from, to: SignedDuration::from_mins(minutes) })
        })
    }

    fn overtime(&self) -> Option<Take> {
        let from = self.problem.board.company.settings.overtime_limit;
        self.least(from.as_mins(), |minutes| {
            Some(Change::Overtime { from, to: SignedDuration::from_mins(minutes) })
        })
    }

    /// One skill, when nothing else speaks against the technician.
    fn skill(&self) -> Option<Take> {
        let visit = self.problem.visit_of(self.task)?;
        let demand = visit.demand();
        let company = &self.problem.board.company;
        let person = &self.problem.board.technicians[self.person];
        let date = self.problem.date(demand.window.start());
        let [refusal] = rules::able(company, person, &demand, date).try_into().ok()?;
        let held = |skill: SkillId| person.skills.iter().find(|held| held.skill == skill);
        let change = match refusal {
            Refusal::MissingSkill { skill, needed: level, held: has, .. } => {
                let until = held(skill).and_then(|held| held.expires).filter(|expires| *expires < date);
                Change::Skill { skill, level, held: has, until: until.map(|_| date) }
            }
            Refusal::LicenceExpired { skill, .. } => {
                let level = held(skill)?.level;
                Change::Skill { skill, level, held: level, until: Some(date) }
            }
            _ => return None,
        };
        self.verified(change)
    }

    /// The cheapest move of one other visit.
    fn moves(&self) -> Option<Take> {
        let problem = self.problem;
        let base = crate::sketch::Sketch::new(problem, View::Schedule);
        let window = problem.tasks[self.task].ask.window;
        let mut others: Vec<(Score, Move)> = Vec::new();
        for duty in problem.duties_of[self.person].clone() {
            let whole = &problem.duties[duty];
            if whole.start >= window.1 || window.0 >= whole.until {
                continue;
            }
            for stop in &whole.firm {
                let Some(other) = stop.task.filter(|other| *other != self.task && base.gives_way(*other))
                else {
                    continue;
                };
                others.extend(problem.elsewhere(&base, other));
            }
        }
        others.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        others.truncate(MOST_OTHERS);
        others.into_iter().find_map(|(_, other)| {
            let change = Change::Move { other };
            self.may_win(&change).then(|| self.verified(change)).flatten()
        })
    }

    /// The least whole minutes above `from` that make the technician win, found by halving.
    fn least(&self, from: i64, make: impl Fn(i64) -> Option<Change>) -> Option<Take> {
        let quick = |minutes: i64| make(minutes).is_some_and(|change| self.may_win(&change));
        let most = from + MOST_MINUTES;
        if !quick(most) {
            return None;
        }
        let minutes = halve(from, most, quick);
        if let Some(take) = self.verified(make(minutes)?) {
            return Some(take);
        }
        // A change for everybody helps the others, too: only the whole board knows who wins.
        let whole = |minutes: i64| make(minutes).is_some_and(|change| self.solve(&change).is_some());
        if !whole(most) {
            return None;
        }
        self.verified(make(halve(from, most, whole))?)
    }

    /// Whether the technician's best place is better than everybody else's as it is, promises of others apart.
    fn may_win(&self, change: &Change) -> bool {
        let Some(board) = change.on(&self.corner(change), self.visit, self.technician, self.problem.drives)
        else {
            return false;
        };
        let problem = self.problem.again(&board);
        let (Some(task), Some(person)) = (problem.task(self.visit), problem.person(self.technician)) else {
            return false;
        };
        let Some(score) = Look::new(&problem, task).score(person) else { return false };
        // The other visit may go to the rival: only the whole board knows what becomes of that.
        self.rival.is_none_or(|(rival, _)| score >= rival || matches!(change, Change::Move { .. }))
    }

    /// The technician, and who has the visit now; for a move those whom it touches.
    fn corner(&self, change: &Change) -> Board {
        let problem = self.problem;
        let mut people = vec![self.person];
        let standing = |task: usize| problem.tasks[task].firm.or(problem.tasks[task].soft);
        people.extend(standing(self.task).map(|at| at.person));
        if let Change::Move { other: Move::Assign { appointment, to, .. } } = change {
            people.extend(problem.person(to.technician));
            people.extend(problem.task(*appointment).and_then(standing).map(|at| at.person));
        }
        let window = problem.tasks[self.task].ask.window;
        let reach = 60 * MOST_MINUTES;
        problem.cut(&people, (window.0 - reach, window.1 + reach), &[self.visit])
    }

    /// The take, if it makes the technician win and a little less does not.
    fn verified(&self, change: Change) -> Option<Take> {
        let (at, gain) = self.solve(&change)?;
        let less = change.less();
        if less.is_some_and(|less| self.solve(&less).is_some()) {
            return None;
        }
        Some(Take { change, at, gain })
    }

    /// Where the visit stands when the technician wins on the changed board.
    fn solve(&self, change: &Change) -> Option<(Placement, Gain)> {
        let board = change.on(&self.lean, self.visit, self.technician, self.problem.drives)?;
        let first = rank(&self.problem.again(&board), self.visit).into_iter().next()?;
        match first.outcome {
            Outcome::Chosen { at, gain } if first.technician == self.technician => Some((at, gain)),
            _ => None,
        }
    }
}

/// The least whole number from `from + 1` to `most` for which `holds`; it does for `most`.
fn halve(from: i64, most: i64, holds: impl Fn(i64) -> bool) -> i64 {
    let (mut no, mut yes) = (from, most);
    while yes - no > 1 {
        let middle = (no + yes).div_euclid(2);
        if holds(middle) {
            yes = middle;
        } else {
            no = middle;
        }
    }
    yes
}

impl Change {
    /// The board with the change made for a visit and a technician; none when the board refuses it.
    pub fn on(
        &self,
        board: &Board,
        visit: AppointmentId,
        technician: TechnicianId,
        drives: &dyn DriveTimes,
    ) -> Option<Board> {
        let mut board = board.clone();
        match self {
            Change::Window { to, .. } => {
                let visit = board.visits.iter_mut().find(|known| known.appointment.id == visit)?;
                visit.appointment.window = *to;
            }
            Change::MaxDrive { to, .. } => {
                let person = board.technicians.iter_mut().find(|known| known.id == technician)?;
                person.max_drive = Some(*to);
            }
            Change::MaxDriveHome { to, .. } => board.company.settings.max_drive_home = Some(*to),
            Change::Overtime { to, .. } => board.company.settings.overtime_limit = *to,
            Change::Skill { skill, level, until, .. } => {
                let person = board.technicians.iter_mut().find(|known| known.id == technician)?;
                person.skills.retain(|held| held.skill != *skill);
                person.skills.push(SkillHeld { skill: *skill, level: *level, expires: *until });
            }
            Change::Move { other } => {
                let how = How::strictly(Actor::Planner);
                board = board.apply(std::slice::from_ref(other), &how, drives).ok()?.board;
            }
        }
        Some(board)
    }

    /// The same change made a little smaller; none when a smaller one would be none at all.
    pub fn less(&self) -> Option<Change> {
        let minute = SignedDuration::from_mins(1);
        let shorter = |from: SignedDuration, to: SignedDuration| (to - minute > from).then(|| to - minute);
        match self {
            Change::Window { from, to } => {
                let later = if to.end() > from.end() { to.end() - minute } else { to.end() };
                let opens = if to.start() < from.start() { to.start() + minute } else { to.start() };
                let to = ArrivalWindow::new(opens, later).ok().filter(|to| to != from)?;
                Some(Change::Window { from: *from, to })
            }
            Change::MaxDrive { from, to } => {
                shorter(*from, *to).map(|to| Change::MaxDrive { from: *from, to })
            }
            Change::MaxDriveHome { from, to } => {
                shorter(*from, *to).map(|to| Change::MaxDriveHome { from: *from, to })
            }
            Change::Overtime { from, to } => {
                shorter(*from, *to).map(|to| Change::Overtime { from: *from, to })
            }
            Change::Skill { skill, level, held, until } => {
                let level = level.checked_sub(1).filter(|level| level > held)?;
                Some(Change::Skill { skill: *skill, level, held: *held, until: *until })
            }
            Change::Move { .. } => None,
        }
    }
}
