//! Suggestions: generated for one visit, reviewed, or standing ready for the whole day.

use super::accept::Acceptor;
use super::load::day;
use super::proposal::{OFFER_WINDOW, notice, show_gain, show_suggestion};
use crate::access::Who;
use crate::error::{Error, Kind};
use crate::names;
use crate::view::{Acceptance, Figures, Notice, RefusalView, StandingView, SuggestRequest, SuggestionView};
use crate::{App, Standing};
use domain::board::How;
use domain::{
    Actor, Alternative, AppointmentId, Authority, Board, BoardMode, Company, CompanyId, Entry, EntryKind,
    Gain, Move, Permission, Refusal, Subject, Suggestion, SuggestionId, SuggestionState, civil,
};
use planner::{Answer, Block, Budget, Problem};
use std::sync::Arc;
use std::time::Instant;
use store::{Changeset, OnlyIf, Stored};

/// How many improvements stand ready.
const STANDING: usize = 5;

/// How long they stand on a board that nobody changed: the clock passes the starts they name.
const FRESH: domain::SignedDuration = domain::SignedDuration::from_mins(1);

/// For how many days they are kept in memory.
const DAYS_KEPT: usize = 16;

/// How far back new jobs are counted for an older suggestion.
const COUNTED: u32 = 1_000;

impl App {
    /// Asks the planner what it would change for a visit.
    ///
    /// # Errors
    /// `forbidden`, `not_found`; `assist_off` when the board is in mode off.
    pub async fn suggest(&self, who: &Who, request: SuggestRequest) -> Result<SuggestionView, Error> {
        who.require(Permission::AcceptSuggestion)?;
        let id: AppointmentId =
            request.appointment_id.parse().map_err(|_| Error::field("appointment_id", "is not an id"))?;
        self.suggest_for(who.company, &Acceptor::person(who), id).await
    }

    /// Asks for somebody who may accept the answer: a person, or the planner itself under Auto.
    pub(super) async fn suggest_for(
        &self,
        company: CompanyId,
        acceptor: &Acceptor,
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
        let mut no_place = false;
        let (alternatives, evidence) = match answer {
            Answer::Better(alternatives) => (alternatives, Vec::new()),
            Answer::NothingBetter { evidence, bound, .. } => {
                let bound = format!("no change of this visit alone could gain more than {bound}");
                (Vec::new(), [evidence, vec![bound]].concat())
            }
            Answer::LeaveUnassigned { evidence, blocked, .. } => {
                no_place = blocked.len() == board.technicians.len();
                let nearest =
                    blocked.iter().take(3).map(|(who, blocks)| would_take_words(&board, *who, blocks));
                (Vec::new(), evidence.into_iter().chain(nearest).collect())
            }
            Answer::NotAllowed(Refusal::DayOver { .. }) => return Err(missed(&board, id)),
            Answer::NotAllowed(refusal) => return Err(not_allowed(&refusal)),
        };
        let suggestion = Suggestion {
            id: SuggestionId(self.new_id()),
            appointment: id,
            alternatives,
            evidence,
            no_place,
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
        let entry = Entry::new(board.now, acceptor.by.clone(), EntryKind::SuggestionMade, words)
            .about(Subject::Suggestion(suggestion.id))
            .about(Subject::Appointment(id));
        let mut changes = Changeset::new(company).add(suggestion.clone()).entry(entry);
        changes.only_if.extend(acceptor.allowed.map(OnlyIf::from));
        self.commit(changes).await?;
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
            let (gain, appointment_ids) = (show_gain(Gain::default()), Vec::new());
            return Ok(StandingView { mode, gain, appointment_ids, more: false });
        }
        let found = self.find_standing(&company, date).await?;
        let standing = &found[..found.len().min(STANDING)];
        let sum = standing.iter().fold(Gain::default(), |sum, (_, one)| Gain {
            jobs: sum.jobs + one.gain.jobs,
            drive_seconds: sum.drive_seconds + one.gain.drive_seconds,
            value: sum.value + one.gain.value,
            moves: sum.moves + one.gain.moves,
        });
        let appointment_ids = standing.iter().map(|(id, _)| id.to_string()).collect();
        let more = found.len() > STANDING;
        Ok(StandingView { mode, gain: show_gain(sum), appointment_ids, more })
    }

    pub(super) async fn find_standing(
        &self,
        company: &Company,
        date: Option<civil::Date>,
    ) -> Result<Arc<Vec<(AppointmentId, Alternative)>>, Error> {
        let today = day(company, date.unwrap_or_else(|| company.date(self.now())))?;
        let board = self.load_board(company.id, today).await?;
        let known =
            self.standing.lock().expect("nobody panics while holding it").get(&(company.id, today)).cloned();
        let (position, now) = (board.position, board.now);
        let is_fresh = |(of, at, _): &Standing| *of == position && now.duration_since(*at) < FRESH;
        if let Some((_, _, standing)) = known.filter(is_fresh) {
            return Ok(standing);
        }
        let ask = move |board: &Board, drives: &dyn domain::DriveTimes, values: &super::Forecasts<'_>| {
            // One more than is shown, to know whether there are more.
            planner::standing(&Problem::new(board, drives, values), STANDING + 1, &Budget::default())
        };
        let found = Arc::new(self.ask(board, None, ask).await?);
        let mut kept = self.standing.lock().expect("nobody panics while holding it");
        if kept.len() >= DAYS_KEPT {
            kept.clear();
        }
        kept.insert((company.id, today), (position, now, Arc::clone(&found)));
        Ok(found)
    }

    pub(super) async fn stored_suggestion(
        &self,
        company: CompanyId,
        id: SuggestionId,
    ) -> Result<Stored<Suggestion>, Error> {
        self.store.suggestion(company, id).await?.ok_or_else(|| Error::not_found("suggestion", id))
    }
}

pub(super) fn assist_is_on(company: &Company) -> Result<(), Error> {
    if company.settings.board_mode != BoardMode::Off {
        return Ok(());
    }
    let (title, next) = ("Dispatch Assist is off", "Ask an owner or manager to turn it on in the settings.");
    let mut error = Error::new(Kind::Refused, "assist_off", format!("{title}. {next}"));
    error.notice = Some(notice("assist_off", title, vec!["the board is in mode off".to_owned()], next));
    Err(error)
}

/// A promise that was broken is not planned again: another has to be made first.
fn missed(board: &Board, id: AppointmentId) -> Error {
    let visit = board.visit(id);
    let job = visit.map_or_else(|| "this visit".to_owned(), |visit| format!("J{}", visit.job.number));
    let why = visit.map_or_else(String::new, |visit| super::alerts::ended(board, visit));
    let (title, next) = (format!("{job} was missed"), "Offer another window.");
    let mut error = Error::new(Kind::Refused, "missed", format!("{title}: {why}. {next}"));
    error.notice =
        Some(Notice { action: Some(OFFER_WINDOW.to_owned()), ..notice("missed", &title, vec![why], next) });
    error
}

fn not_allowed(refusal: &Refusal) -> Error {
    let expired = matches!(refusal, Refusal::HasBegun { .. } | Refusal::NotOpen { .. });
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

/// The moves that stay ticked.
pub(super) fn chosen(
    suggestion: &Suggestion,
    acceptance: &Acceptance,
) -> Result<(Alternative, Vec<Move>), Error> {
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

fn would_take_words(board: &Board, who: domain::TechnicianId, blocks: &[Block]) -> String {
    let name = board.technician(who).map_or("somebody", |one| one.name.as_str());
    let words: Vec<String> = blocks.iter().map(|block| block.refusal.to_string()).collect();
    format!("{name}: {}", words.join("; "))
}
