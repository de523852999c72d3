//! Another arrival window for a visit that was promised one: by a person, and the customer hears of it.

use super::load::days_around;
use super::moves::{Change, words_of};
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::inbox::{self, Letter, busy, visit_on};
use crate::view::{RescheduleRequest, RescheduleResult, SpanView, TellView, VisitWindows};
use domain::board::StopKind;
use domain::{
    Appointment, AppointmentId, AppointmentState, ArrivalWindow, Board, Company, Entry, EntryKind, Message,
    Move, Permission, Purpose, Readings, Refusal, Subject, Visit,
};
use planner::{Slot, Wanted};
use std::sync::Arc;
use store::Changeset;

/// How many windows are shown; more than for a request, because the person chooses together with the customer.
const SHOWN: usize = 12;

/// What is done about telling the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tell {
    Draft,
    Send,
    Nobody,
}

impl App {
    /// The windows that a visit could be given, as the board is now without it.
    ///
    /// # Errors
    /// `forbidden`, `not_found`; `refused` when it has begun or is cancelled.
    pub async fn visit_windows(&self, who: &Who, id: AppointmentId) -> Result<VisitWindows, Error> {
        who.require(Permission::SeeBoard)?;
        let company = self.company_of(who.company).await?.value;
        let visit = visit_on(&*self.board_of_visit(who.company, id).await?, id)?;
        may_be_given_another(&visit)?;
        let board = without(&self.booking_board(&company).await?, id);
        let mut slots = self.slots(&board, wanted(&visit)).await?;
        slots.retain(|slot| slot.window != visit.appointment.window);
        let readings = match visit.job.lead {
            Some(lead) => self.stored_lead(who.company, lead).await?.value.readings,
            None => Readings::default(),
        };
        let language = self.language_of(who.company, visit.job.lead).await?;
        let letter = Letter::to_customer(&company, &visit, language);
        let mut windows =
            inbox::show_windows(&company, slots, &readings, visit.job.urgency, board.now, SHOWN);
        for one in &mut windows {
            let window = ArrivalWindow::new(one.start, one.end).ok();
            one.message = window.map(|to| letter.moves(visit.appointment.window, to));
        }
        let tell = self.tell(who, &visit).await?;
        Ok(VisitWindows { window: SpanView::from(visit.appointment.window.0), windows, tell })
    }

    /// Gives a visit another window. It stands in the tray with a plan behind its new promise, and a message to the
    /// customer waits for a person.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error; `refused` when it has begun, is locked or cancelled; `window_not_offered`,
    /// `window_full`; `text_names_another_window`; `conflict`.
    pub async fn reschedule(
        &self,
        who: &Who,
        id: AppointmentId,
        request: RescheduleRequest,
    ) -> Result<RescheduleResult, Error> {
        who.require(Permission::EditBoard)?;
        let window = ArrivalWindow::new(request.start, request.end)
            .map_err(|_| Error::field("end", "must be after `start`"))?;
        let text = inbox::typed(request.message)?;
        let tell = tell_of(request.tell.as_deref())?;
        for _ in 0..TRIES {
            let company = self.company_of(who.company).await?.value;
            let stored = self.store.appointment(who.company, id).await?;
            let appointment = stored.ok_or_else(|| Error::not_found("visit", id))?.value;
            let board = self.board_with(&company, &appointment, window).await?;
            let visit = visit_on(&board, id)?;
            may_be_given_another(&visit)?;
            if visit.appointment.window == window {
                return Err(Error::new(Kind::Refused, "same_window", "this window is promised already"));
            }
            let edited = text.as_deref().filter(|_| !request.message_confirmed);
            inbox::check_window(&company, edited, window, board.now)?;
            let slot = self.slot_in(&without(&board, id), wanted(&visit), window).await?;
            let message = match tell {
                Tell::Nobody => None,
                Tell::Draft | Tell::Send => {
                    self.new_window_message(&company, &visit, window, text.clone()).await?
                }
            };
            let changes = self.with_message(who, &company, tell, message.clone(), board.now);
            let moves = moves_of(&visit, &slot);
            let zone = company.zone_of_time();
            let change = Change {
                by: who.actor(),
                mode: None,
                overriding: None,
                kind: EntryKind::VisitRescheduled,
                words: format!(
                    "{} instead of {}",
                    words_of(&board, &moves, None),
                    visit.appointment.window.label(&zone)
                ),
                about: message
                    .iter()
                    .flat_map(Message::subjects)
                    .chain(visit.job.lead.map(Subject::Lead))
                    .collect(),
                undoes: None,
            };
            let Some((result, _)) = self.change_board(board, moves, &change, changes).await? else {
                continue;
            };
            let after = self.visit(who, id).await?;
            let message = match message {
                Some(message) => self.store.message(who.company, message.id).await?,
                None => None,
            };
            return Ok(RescheduleResult {
                position: result.position,
                undoable: result.undoable,
                visit: after.visit,
                tell: self.tell(who, &visit).await?,
                message: message.map(|message| inbox::show_message(&message.value)),
            });
        }
        Err(busy())
    }

    /// The days a visit stands on, and the day it is to go to.
    async fn board_with(
        &self,
        company: &Company,
        appointment: &Appointment,
        window: ArrivalWindow,
    ) -> Result<Arc<Board>, Error> {
        let technician = domain::TechnicianId(1);
        let there = domain::Placement { technician, start: window.start() };
        let places = appointment.state.busy().into_iter().chain([there]);
        self.load_board(company.id, days_around(company, places, appointment.window.0)?).await
    }

    async fn new_window_message(
        &self,
        company: &Company,
        visit: &Visit,
        window: ArrivalWindow,
        text: Option<String>,
    ) -> Result<Option<Message>, Error> {
        let language = self.language_of(company.id, visit.job.lead).await?;
        let written =
            || Letter::to_customer(company, visit, language).moves(visit.appointment.window, window);
        Ok(self.message_about(visit, Purpose::Reschedule, text.unwrap_or_else(written)))
    }

    fn with_message(
        &self,
        who: &Who,
        company: &Company,
        tell: Tell,
        message: Option<Message>,
        now: domain::Timestamp,
    ) -> Changeset {
        let changes = Changeset::new(who.company);
        let Some(message) = message else { return changes };
        if tell == Tell::Send {
            return inbox::release(changes, company, message, who.user.id, now);
        }
        let words = format!("a message to {} waits for a person", message.to);
        let entry = Entry::new(now, who.actor(), EntryKind::MessageDrafted, words);
        changes.entry(message.subjects().fold(entry, Entry::about)).add(message)
    }

    async fn tell(&self, who: &Who, visit: &Visit) -> Result<TellView, Error> {
        let customer = &visit.customer;
        Ok(TellView {
            name: customer.name.clone(),
            to: customer.phones.first().or_else(|| customer.emails.first()).cloned(),
            language: self.language_of(who.company, visit.job.lead).await?.code().to_owned(),
            told: visit.appointment.told.is_some(),
        })
    }
}

/// What a visit asks for, whenever.
fn wanted(visit: &Visit) -> Wanted {
    Wanted {
        job_type: visit.job.job_type,
        zone: visit.location.zone,
        point: visit.location.point,
        duration: visit.appointment.duration,
        urgency: visit.job.urgency,
        booked: Some(visit.job.value),
    }
}

/// The board without a visit: its place is free for itself.
fn without(board: &Arc<Board>, id: AppointmentId) -> Arc<Board> {
    let mut board = Board::clone(board);
    board.visits.retain(|visit| visit.appointment.id != id);
    Arc::new(board)
}

/// Refuses what is on its way, done, or cancelled.
fn may_be_given_another(visit: &Visit) -> Result<(), Error> {
    let (appointment, job) = (visit.appointment.id, visit.job.number);
    let state = visit.appointment.state.name().replace('_', " ");
    let refusal = match visit.appointment.state {
        AppointmentState::Canceled { .. } => Refusal::NotOpen { appointment, job, state },
        _ if visit.appointment.state.has_begun() => Refusal::HasBegun { appointment, job, state },
        _ if visit.appointment.lock.is_some() => Refusal::Locked { appointment, job },
        _ => return Ok(()),
    };
    Err(Error::refused(&[refusal]))
}

/// The new promise, after the promises that make room for it. Reservations find their own other place.
fn moves_of(visit: &Visit, slot: &Slot) -> Vec<Move> {
    let displaced = slot.displaced.iter().filter_map(|moved| match moved.holder {
        StopKind::Visit(appointment) => Some(Move::Replan { appointment, to: Some(moved.to) }),
        StopKind::Reservation(_) | StopKind::Event(_) => None,
    });
    let (appointment, window) = (visit.appointment.id, slot.window);
    let given = Move::Reschedule { appointment, window, to: Some(slot.placement), told: None };
    // The visit first: an entry is about what it was made for.
    [given].into_iter().chain(displaced).collect()
}

fn tell_of(name: Option<&str>) -> Result<Tell, Error> {
    Ok(match name {
        None | Some("draft") => Tell::Draft,
        Some("send") => Tell::Send,
        Some("none") => Tell::Nobody,
        Some(_) => return Err(Error::field("tell", "use draft, send or none")),
    })
}
