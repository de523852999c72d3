//! Suggestions: generated, reviewed, accepted; and the one way by which the planner itself accepts under Auto.

use super::load::day;
use super::moves::{Change, words_of, write};
use super::show;
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::inbox::busy;
use crate::names;
use crate::view::{
    Acceptance, AcceptedView, AlternativeView, Figures, GainView, MoveView, Notice, RefusalView,
    StandingView, SuggestRequest, SuggestionView,
};
use domain::board::How;
use domain::{
    Actor, Alternative, AppointmentId, Authority, Board, BoardMode, Company, CompanyId, Entry, EntryKind,
    Gain, Move, Permission, Refusal, Subject, Suggestion, SuggestionId, SuggestionState, UserId, civil,
};
use planner::{Answer, Budget, Problem};
use std::sync::Arc;
use std::time::Instant;
use store::{Changeset, Stored};

/// How many improvements stand ready.
const STANDING: usize = 5;

/// How far back new jobs are counted for an older suggestion.
const COUNTED: u32 = 1_000;

/// Who accepts.
#[derive(Debug, Clone)]
pub(crate) struct Acceptor {
    pub(crate) by: Actor,
    pub(crate) user: Option<UserId>,
    pub(crate) mode: Option<Authority>,
}

impl App {
    /// Asks the planner what it would change for a visit.
    ///
    /// # Errors
    /// `forbidden`, `not_found`; `assist_off` when the board is in mode off.
    pub async fn suggest(&self, who: &Who, request: SuggestRequest) -> Result<SuggestionView, Error> {
        who.require(Permission::AcceptSuggestion)?;
        let id: AppointmentId =
            request.appointment_id.parse().map_err(|_| Error::field("appointment_id", "is not an id"))?;
        self.suggest_for(who.company, who.actor(), id).await
    }

    async fn suggest_for(
        &self,
        company: CompanyId,
        by: Actor,
        id: AppointmentId,
    ) -> Result<SuggestionView, Error> {
        let board = self.board_of_visit(company, id).await?;
        assist_is_on(&board.company)?;
        let started = Instant::now();
        let ask = move |board: &Board, drives: &dyn domain::DriveTimes, values: &super::Forecasts<'_>| {
            planner::suggest(&Problem::new(board, drives, values), id, &Budget::default())
        };
        let answer = self.ask(Arc::clone(&board), None, ask).await?;
        let took = started.elapsed();
        let (alternatives, evidence) = match answer {
            Answer::Better(alternatives) => (alternatives, Vec::new()),
            Answer::NothingBetter { evidence, bound } => {
                let bound = format!("no change of this visit alone could gain more than {bound}");
                (Vec::new(), [evidence, vec![bound]].concat())
            }
            Answer::LeaveUnassigned { evidence, would_take } => {
                let nearest =
                    would_take.iter().take(3).map(|(who, refusals)| would_take_words(&board, *who, refusals));
                (Vec::new(), evidence.into_iter().chain(nearest).collect())
            }
            Answer::NotAllowed(refusal) => return Err(not_allowed(&refusal)),
        };
        let suggestion = Suggestion {
            id: SuggestionId(self.new_id()),
            appointment: id,
            alternatives,
            evidence,
            based_on: board.position,
            made: board.now,
            took_micros: u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            state: SuggestionState::Open,
        };
        let words = match suggestion.alternatives.len() {
            0 => "nothing better was found".to_owned(),
            1 => "one way to do better was found".to_owned(),
            many => format!("{many} ways to do better were found"),
        };
        let entry = Entry::new(board.now, by, EntryKind::SuggestionMade, words)
            .about(Subject::Suggestion(suggestion.id))
            .about(Subject::Appointment(id));
        self.commit(Changeset::new(company).add(suggestion.clone()).entry(entry)).await?;
        Ok(show_suggestion(&board, &suggestion, 0))
    }

    /// A suggestion, with how many jobs were booked since.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn suggestion(&self, who: &Who, id: SuggestionId) -> Result<SuggestionView, Error> {
        who.require(Permission::SeeBoard)?;
        let suggestion = self.stored_suggestion(who.company, id).await?.value;
        let board = self.board_of_visit(who.company, suggestion.appointment).await?;
        let since = self.store.journal_after(who.company, suggestion.based_on, COUNTED).await?;
        let booked = since.iter().filter(|entry| entry.entry.kind == EntryKind::JobBooked).count();
        Ok(show_suggestion(&board, &suggestion, u32::try_from(booked).unwrap_or(u32::MAX)))
    }

    /// The figures of some moves of an alternative on the board as it is now.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error. Refusals are part of the answer.
    pub async fn figures(
        &self,
        who: &Who,
        id: SuggestionId,
        acceptance: Acceptance,
    ) -> Result<Figures, Error> {
        who.require(Permission::SeeBoard)?;
        let suggestion = self.stored_suggestion(who.company, id).await?.value;
        let (_, moves) = chosen(&suggestion, &acceptance)?;
        let company = self.company_of(who.company).await?.value;
        let board = self.board_of_moves(&company, &moves).await?;
        Ok(match self.try_on(board, moves, How::strictly(Actor::Planner)).await? {
            Ok(outcome) => Figures { gain: show_gain(outcome.gain), refusals: Vec::new() },
            Err(refusals) => Figures {
                gain: show_gain(Gain::default()),
                refusals: refusals.iter().map(RefusalView::from).collect(),
            },
        })
    }

    /// Accepts a suggestion. On a board that changed since, the same moves are applied when they still fit and no
    /// figure got worse.
    ///
    /// # Errors
    /// `forbidden`, `not_found`; a conflict with the notice, the refusals or the difference, and a fresh suggestion.
    pub async fn accept(
        &self,
        who: &Who,
        id: SuggestionId,
        acceptance: Acceptance,
    ) -> Result<AcceptedView, Error> {
        who.require(Permission::AcceptSuggestion)?;
        let acceptor = Acceptor { by: who.actor(), user: Some(who.user.id), mode: None };
        self.accept_as(who.company, id, &acceptance, &acceptor).await
    }

    /// Accepts on somebody's behalf: a person's, or the planner's own under Auto. There is no second way.
    pub(crate) async fn accept_as(
        &self,
        company: CompanyId,
        id: SuggestionId,
        acceptance: &Acceptance,
        acceptor: &Acceptor,
    ) -> Result<AcceptedView, Error> {
        for _ in 0..TRIES {
            let suggestion = self.stored_suggestion(company, id).await?;
            let setup = self.company_of(company).await?.value;
            assist_is_on(&setup)?;
            self.still_open(company, &suggestion.value).await?;
            let (alternative, moves) = chosen(&suggestion.value, acceptance)?;
            within_budget(&setup, &moves)?;
            let board = self.board_of_moves(&setup, &moves).await?;
            let promised = match &acceptance.moves {
                None => Some(alternative.gain),
                // Fewer moves were never promised a figure: the person saw the one of now.
                Some(_) => None,
            };
            if let Some(view) =
                self.apply_accepted(board, suggestion, moves, promised, acceptance, acceptor).await?
            {
                return Ok(view);
            }
        }
        Err(busy())
    }

    async fn apply_accepted(
        &self,
        board: Arc<Board>,
        suggestion: Stored<Suggestion>,
        moves: Vec<Move>,
        promised: Option<Gain>,
        acceptance: &Acceptance,
        acceptor: &Acceptor,
    ) -> Result<Option<AcceptedView>, Error> {
        let (company, now, position) = (board.company.id, board.now, board.position);
        let about = suggestion.value.appointment;
        let words = words_of(&board, &moves, None);
        // A person's acceptance may move what is near its start; the planner's own may not.
        let how = How::strictly(Actor::Planner);
        let outcome = match self.try_on(Arc::clone(&board), moves.clone(), how).await? {
            Ok(outcome) => outcome,
            Err(refusals) => return Err(self.stale(company, acceptor, about, &refusals, None).await?),
        };
        let worse = promised.and_then(|promised| difference(promised, outcome.gain));
        if let Some(difference) = worse {
            return Err(self.stale(company, acceptor, about, &[], Some(difference)).await?);
        }
        self.check_independently(Arc::clone(&board), moves.clone()).await?;
        let changed_since = position != suggestion.value.based_on;
        let version = suggestion.version;
        let mut accepted = suggestion.value;
        let alternative = acceptance.alternative;
        // The store puts the position of this very commit in the place of 0.
        accepted.state = SuggestionState::Accepted { alternative, by: acceptor.user, at: now, position: 0 };
        let change = Change {
            by: acceptor.by.clone(),
            mode: acceptor.mode,
            overriding: None,
            kind: EntryKind::SuggestionAccepted,
            words,
            about: vec![Subject::Suggestion(accepted.id)],
        };
        let mut entry = Entry::new(now, change.by, change.kind, change.words);
        entry.mode = change.mode;
        entry.undo.clone_from(&outcome.applied.undo);
        let visits = moves.iter().filter_map(Move::appointment).map(Subject::Appointment);
        let jobs = moves
            .iter()
            .filter_map(Move::appointment)
            .filter_map(|id| board.visit(id))
            .map(|one| Subject::Job(one.job.id));
        entry = change.about.into_iter().chain(visits).chain(jobs).fold(entry, Entry::about);
        let changes =
            write(Changeset::new(company), &outcome.applied, position).entry(entry).change(accepted, version);
        let Ok(done) = self.try_commit(changes).await? else { return Ok(None) };
        Ok(Some(AcceptedView {
            position: done.first,
            message: applied_notice(changed_since),
            gain: show_gain(outcome.gain),
        }))
    }

    /// The checker shares no code with the planner; what it refuses is a fault of ours and is not written.
    async fn check_independently(&self, board: Arc<Board>, moves: Vec<Move>) -> Result<(), Error> {
        let checked = self
            .ask(board, None, move |board, drives, _| planner::checker::check(board, &moves, drives))
            .await?;
        checked.map_err(|violations| {
            let words: Vec<String> = violations.iter().map(|violation| format!("{violation:?}")).collect();
            Error::internal(words.join("; "), format!("checker-{}", self.new_id()))
        })
    }

    /// What to say when the board has changed under a suggestion: the refusals or the difference, and a fresh one.
    async fn stale(
        &self,
        company: CompanyId,
        acceptor: &Acceptor,
        about: AppointmentId,
        refusals: &[Refusal],
        difference: Option<String>,
    ) -> Result<Error, Error> {
        let begun = refusals.iter().any(|refusal| {
            matches!(refusal, Refusal::HasBegun { .. } | Refusal::NotOpen { .. } | Refusal::InThePast)
        });
        let moved = refusals.iter().any(|refusal| matches!(refusal, Refusal::MovedSince { .. }));
        let (code, title) = if begun {
            ("expired", "This suggestion has expired")
        } else if moved {
            ("board_changed", "Someone else moved one of these visits")
        } else if refusals.is_empty() {
            ("board_changed", "The board changed and this is worth less now")
        } else {
            ("not_applied", "This no longer fits the board")
        };
        let fresh = self.suggest_for(company, acceptor.by.clone(), about).await.ok();
        let next = if fresh.is_some() { "Review the fresh suggestion." } else { "Look at the visit again." };
        let evidence = refusals.iter().map(ToString::to_string).chain(difference).collect();
        let mut error = Error::refused(refusals);
        error.kind = Kind::Conflict;
        error.code = "stale";
        error.detail = format!("{title}. {next}");
        error.notice = Some(notice(code, title, evidence, next));
        error.fresh = fresh.map(Box::new);
        Ok(error)
    }

    /// Whether a suggestion can still be accepted.
    async fn still_open(&self, company: CompanyId, suggestion: &Suggestion) -> Result<(), Error> {
        let (code, title, evidence, next) = match &suggestion.state {
            SuggestionState::Open => return Ok(()),
            SuggestionState::Accepted { by, at, .. } => {
                let name = match by {
                    Some(user) => self.name_of(company, *user).await?,
                    None => "the planner".to_owned(),
                };
                let at = at
                    .to_zoned(self.company_of(company).await?.value.zone_of_time())
                    .strftime("%-H:%M")
                    .to_string();
                let title = "Someone else has already optimised this job";
                (
                    "already_optimised",
                    title,
                    format!("{name} accepted it at {at}"),
                    "See the board; undo it there if it was wrong.",
                )
            }
            SuggestionState::Expired { reason, .. } => {
                ("expired", "This suggestion has expired", reason.clone(), "Generate a new one.")
            }
        };
        let mut error = Error::new(Kind::Conflict, code, format!("{title}: {evidence}. {next}"));
        error.notice = Some(notice(code, title, vec![evidence], next));
        Err(error)
    }

    /// Improvements that stand ready on a date, best first.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`.
    pub async fn standing(&self, who: &Who, date: Option<civil::Date>) -> Result<StandingView, Error> {
        who.require(Permission::SeeBoard)?;
        let company = self.company_of(who.company).await?.value;
        let mode = names::board_mode(company.settings.board_mode);
        // Assist suggests when asked; only from Approve on do suggestions stand ready.
        if !matches!(company.settings.board_mode, BoardMode::On(Authority::Approve | Authority::Auto)) {
            return Ok(StandingView { mode, gain: show_gain(Gain::default()), appointment_ids: Vec::new() });
        }
        let standing = self.find_standing(&company, date).await?;
        let sum = standing.iter().fold(Gain::default(), |sum, (_, one)| Gain {
            jobs: sum.jobs + one.gain.jobs,
            drive_seconds: sum.drive_seconds + one.gain.drive_seconds,
            value: sum.value + one.gain.value,
            moves: sum.moves + one.gain.moves,
        });
        let appointment_ids = standing.iter().map(|(id, _)| id.to_string()).collect();
        Ok(StandingView { mode, gain: show_gain(sum), appointment_ids })
    }

    async fn find_standing(
        &self,
        company: &Company,
        date: Option<civil::Date>,
    ) -> Result<Arc<Vec<(AppointmentId, Alternative)>>, Error> {
        let today = day(company, date.unwrap_or_else(|| company.date(self.now())))?;
        let board = self.load_board(company.id, today).await?;
        let known =
            self.standing.lock().expect("nobody panics while holding it").get(&(company.id, today)).cloned();
        if let Some((position, standing)) = known.filter(|(position, _)| *position == board.position) {
            tracing::trace!(position, "standing suggestions are fresh");
            return Ok(standing);
        }
        let position = board.position;
        let ask = move |board: &Board, drives: &dyn domain::DriveTimes, values: &super::Forecasts<'_>| {
            planner::standing(&Problem::new(board, drives, values), STANDING, &Budget::default())
        };
        let found = Arc::new(self.ask(board, None, ask).await?);
        let mut kept = self.standing.lock().expect("nobody panics while holding it");
        kept.insert((company.id, today), (position, Arc::clone(&found)));
        Ok(found)
    }

    /// Under Auto: applies the best improvement of today through the same acceptance as people. Says whether it did.
    pub(crate) async fn improve_by_itself(&self, company: &Company) -> Result<bool, Error> {
        if company.settings.board_mode != BoardMode::On(Authority::Auto)
            || self.rules(company.id).await?.kill_switch
        {
            return Ok(false);
        }
        let standing = self.find_standing(company, None).await?;
        let Some((visit, _)) = standing.first() else { return Ok(false) };
        let suggestion = self.suggest_for(company.id, Actor::Planner, *visit).await?;
        if suggestion.alternatives.is_empty() {
            return Ok(false);
        }
        let id = suggestion
            .id
            .parse()
            .map_err(|_| Error::internal("an id of ours is none", suggestion.id.clone()))?;
        let acceptor = Acceptor { by: Actor::Planner, user: None, mode: Some(Authority::Auto) };
        self.accept_as(company.id, id, &Acceptance { alternative: 0, moves: None }, &acceptor)
            .await
            .map(|_| true)
    }

    async fn stored_suggestion(
        &self,
        company: CompanyId,
        id: SuggestionId,
    ) -> Result<Stored<Suggestion>, Error> {
        self.store.suggestion(company, id).await?.ok_or_else(|| Error::not_found("suggestion", id))
    }
}

fn assist_is_on(company: &Company) -> Result<(), Error> {
    if company.settings.board_mode != BoardMode::Off {
        return Ok(());
    }
    let (title, next) = ("Dispatch Assist is off", "Ask an owner or manager to turn it on in the settings.");
    let mut error = Error::new(Kind::Refused, "assist_off", format!("{title}. {next}"));
    error.notice = Some(notice("assist_off", title, vec!["the board is in mode off".to_owned()], next));
    Err(error)
}

fn not_allowed(refusal: &Refusal) -> Error {
    let expired =
        matches!(refusal, Refusal::HasBegun { .. } | Refusal::NotOpen { .. } | Refusal::DayOver { .. });
    let (code, title) = if expired {
        ("expired", "This visit can no longer be planned")
    } else {
        ("not_allowed", "The planner may not move this visit")
    };
    let next = match refusal {
        Refusal::Locked { .. } => "Unlock it first, or move it by hand.",
        Refusal::Autolocked { .. } => "Move it by hand if it has to move.",
        Refusal::NotPlanned { .. } => "Enable its job type in the settings, or move it by hand.",
        Refusal::AddressNotFound => "Correct the address first.",
        _ => "Nothing to do.",
    };
    let mut error = Error::refused(std::slice::from_ref(refusal));
    error.code = code;
    error.detail = format!("{title}: {refusal}. {next}");
    error.notice = Some(notice(code, title, vec![refusal.to_string()], next));
    error
}

fn within_budget(company: &Company, moves: &[Move]) -> Result<(), Error> {
    let limit = usize::from(company.settings.change_budget);
    if moves.len() <= limit {
        return Ok(());
    }
    let title = "This has more changes than the limit";
    let evidence = format!("{} changes, the limit is {limit}", moves.len());
    let next = "Untick some of them, or raise the limit in the settings.";
    let mut error = Error::new(Kind::Refused, "too_many_changes", format!("{title}: {evidence}. {next}"));
    error.notice = Some(notice("too_many_changes", title, vec![evidence], next));
    Err(error)
}

/// The moves that stay ticked.
fn chosen(suggestion: &Suggestion, acceptance: &Acceptance) -> Result<(Alternative, Vec<Move>), Error> {
    let alternative = suggestion.alternatives.get(acceptance.alternative as usize).ok_or_else(|| {
        Error::field("alternative", format!("use a number below {}", suggestion.alternatives.len()))
    })?;
    let moves = match &acceptance.moves {
        None => alternative.moves.clone(),
        Some(ticked) => {
            let one = |index: &u32| alternative.moves.get(*index as usize).cloned();
            let mut ticked = ticked.clone();
            ticked.sort_unstable();
            ticked.dedup();
            let moves: Option<Vec<Move>> = ticked.iter().map(one).collect();
            moves.ok_or_else(|| {
                Error::field("moves", format!("use numbers below {}", alternative.moves.len()))
            })?
        }
    };
    if moves.is_empty() {
        return Err(Error::field("moves", "tick at least one move"));
    }
    Ok((alternative.clone(), moves))
}

/// What got worse since the review; none when nothing did.
fn difference(promised: Gain, now: Gain) -> Option<String> {
    let mut worse = Vec::new();
    if now.jobs < promised.jobs {
        worse.push(format!("{:+} jobs instead of {:+}", now.jobs, promised.jobs));
    }
    if now.drive_seconds > promised.drive_seconds {
        let minutes = |seconds| show::minutes(domain::SignedDuration::from_secs(seconds));
        worse.push(format!(
            "{:+} min of driving instead of {:+}",
            minutes(now.drive_seconds),
            minutes(promised.drive_seconds)
        ));
    }
    if now.value < promised.value {
        worse.push(format!("{} instead of {}", now.value, promised.value));
    }
    (!worse.is_empty()).then(|| worse.join(", "))
}

fn would_take_words(board: &Board, who: domain::TechnicianId, refusals: &[Refusal]) -> String {
    let name = board.technician(who).map_or("somebody", |one| one.name.as_str());
    let words: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    format!("{name}: {}", words.join("; "))
}

fn notice(code: &str, title: &str, evidence: Vec<String>, next: &str) -> Notice {
    Notice { code: code.to_owned(), title: title.to_owned(), evidence, next: next.to_owned() }
}

fn applied_notice(changed_since: bool) -> Notice {
    let evidence = if changed_since {
        vec!["the board had changed since; the same moves still fit and no figure got worse".to_owned()]
    } else {
        Vec::new()
    };
    notice("applied", "Applied", evidence, "There may be better ones as new jobs arrive.")
}

/// A suggestion as people see it.
fn show_suggestion(board: &Board, suggestion: &Suggestion, new_jobs_since: u32) -> SuggestionView {
    let state = match &suggestion.state {
        SuggestionState::Open => "open",
        SuggestionState::Accepted { .. } => "accepted",
        SuggestionState::Expired { .. } => "expired",
    };
    SuggestionView {
        id: suggestion.id.to_string(),
        appointment_id: suggestion.appointment.to_string(),
        state: state.to_owned(),
        message: message(board, suggestion),
        alternatives: suggestion.alternatives.iter().map(|one| show_alternative(board, one)).collect(),
        made: suggestion.made,
        took_ms: suggestion.took_micros as f64 / 1000.0,
        based_on: suggestion.based_on,
        new_jobs_since,
    }
}

fn message(board: &Board, suggestion: &Suggestion) -> Notice {
    let visit = board.visit(suggestion.appointment);
    let job = visit.map_or_else(|| "this visit".to_owned(), |visit| format!("J{}", visit.job.number));
    let evidence = suggestion.evidence.clone();
    match suggestion.alternatives.len() {
        0 if visit.is_some_and(|visit| visit.appointment.state.placement().is_some()) => {
            notice("nothing_better", &format!("{job} stands where it should"), evidence, "Nothing to do.")
        }
        0 => notice(
            "leave_unassigned",
            &format!("{job} is best left unassigned for now"),
            evidence,
            "Offer another window, or look again when the board has changed.",
        ),
        1 => notice(
            "better_found",
            &format!("One way to do better with {job}"),
            evidence,
            "Preview it, then accept.",
        ),
        many => notice(
            "better_found",
            &format!("{many} ways to do better with {job}"),
            evidence,
            "Preview one, then accept.",
        ),
    }
}

fn show_alternative(board: &Board, alternative: &Alternative) -> AlternativeView {
    AlternativeView {
        moves: alternative.moves.iter().map(|change| show_move(board, change)).collect(),
        gain: show_gain(alternative.gain),
        reasons: alternative.reasons.clone(),
    }
}

pub(crate) fn show_gain(gain: Gain) -> GainView {
    GainView {
        jobs: gain.jobs,
        drive_seconds: gain.drive_seconds,
        value_cents: gain.value.0,
        moves: gain.moves,
    }
}

fn show_move(board: &Board, change: &Move) -> MoveView {
    let name = |id| board.technician(id).map(|one| one.name.clone());
    let mut view = MoveView {
        kind: "assign".to_owned(),
        appointment_id: change.appointment().map(|id| id.to_string()),
        event_id: None,
        reference: String::new(),
        technician_id: None,
        technician: None,
        start: None,
        end: None,
        from_technician_id: None,
        from_technician: None,
        from_start: None,
        words: words_of(board, std::slice::from_ref(change), None),
    };
    let visit = change.appointment().and_then(|id| board.visit(id));
    if let Some(visit) = visit {
        view.reference = format!("J{}", visit.job.number);
    }
    match change {
        Move::Assign { to, from, .. } => {
            view.technician_id = Some(to.technician.to_string());
            view.technician = name(to.technician);
            view.start = Some(to.start);
            view.end = visit.map(|visit| visit.appointment.span_from(to.start).end());
            view.from_technician_id = from.map(|from| from.technician.to_string());
            view.from_technician = from.and_then(|from| name(from.technician));
            view.from_start = from.map(|from| from.start);
        }
        Move::ShiftEvent { event, to, from } => {
            view.kind = "shift_event".to_owned();
            view.event_id = Some(event.to_string());
            view.start = Some(to.start());
            view.end = Some(to.end());
            view.from_start = Some(from.start());
            if let Some(event) = board.event(*event) {
                view.reference.clone_from(&event.title);
                view.technician_id = Some(event.technician.to_string());
                view.technician = name(event.technician);
            }
        }
        _ => view.kind = "unassign".to_owned(),
    }
    view
}
