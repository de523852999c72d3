//! Taking changes back.

use super::moves::{Change, beside};
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::inbox::{Letter, busy};
use crate::view::{MovesResult, UndoRequest};
use domain::{Board, Company, Entry, EntryKind, Message, MessageId, Move, Permission, Subject, TechnicianId};
use std::sync::Arc;
use store::{Changeset, JournalEntry, Stored};

/// Why something stands again where only a reason let it stand.
const AS_IT_STOOD: &str = "as it stood before";

impl App {
    /// Takes a change back. What others changed since is refused by name.
    ///
    /// A place that a person had chosen against the rules, with a reason, stands again as it stood, as long as nothing
    /// else was written in these days since.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `already_undone`, `not_undoable`, `refused`, `conflict`.
    pub async fn undo(&self, who: &Who, request: UndoRequest) -> Result<MovesResult, Error> {
        who.require(Permission::EditBoard)?;
        let found = self
            .store
            .journal_at(who.company, request.position)
            .await?
            .ok_or_else(|| Error::not_found("journal entry", request.position))?;
        self.still_in_force(who, &found).await?;
        let entry = found.entry;
        if entry.kind == EntryKind::JobBooked {
            return self.unbook(who, request.position, &entry).await;
        }
        if entry.undo.is_empty() {
            return Err(not_undoable(&entry));
        }
        let company = self.company_of(who.company).await?.value;
        for _ in 0..TRIES {
            let board = self.board_of_moves(&company, &entry.undo).await?;
            let (changes, became) = self.without_messages(who, &company, &board, &entry).await?;
            let moves = entry.undo.clone();
            let change = undoing(who, &entry, request.position, None);
            match self.change_board(Arc::clone(&board), moves, &change, changes).await {
                Ok(Some((result, _))) => return Ok(MovesResult { became, ..result }),
                Ok(None) => {}
                Err(no) => return self.as_it_stood(who, &entry, request.position, board, no).await,
            }
        }
        Err(busy())
    }

    /// What was refused stood there before, perhaps because a person wanted it so: nobody has to say why again, unless
    /// the days are not what they were.
    async fn as_it_stood(
        &self,
        who: &Who,
        entry: &Entry,
        position: i64,
        board: Arc<Board>,
        no: Error,
    ) -> Result<MovesResult, Error> {
        if no.refusals.is_empty() || !no.refusals.iter().all(|refusal| refusal.can_override) {
            return Err(no);
        }
        let unchanged = beside(technicians(&board, &entry.undo), board.span, position);
        let changes = Changeset::new(who.company).only_if(unchanged);
        let change = undoing(who, entry, position, Some(AS_IT_STOOD.to_owned()));
        let done = self.change_board(board, entry.undo.clone(), &change, changes).await?;
        done.map(|(result, _)| result).ok_or(no)
    }

    async fn still_in_force(&self, who: &Who, entry: &JournalEntry) -> Result<(), Error> {
        let Some(by) = self.undone_by(who.company, entry).await? else { return Ok(()) };
        let name = self.actor_name(who.company, &by.entry.actor).await?;
        let zone = self.company_of(who.company).await?.value.zone_of_time();
        let at = by.entry.at.to_zoned(zone).strftime("%-H:%M");
        let detail = format!("{name} undid this at {at} already");
        Err(Error::new(Kind::Conflict, "already_undone", detail))
    }

    /// Takes back what an entry told customers.
    async fn without_messages(
        &self,
        who: &Who,
        company: &Company,
        board: &Board,
        entry: &Entry,
    ) -> Result<(Changeset, Vec<String>), Error> {
        let changes = Changeset::new(who.company);
        let messages = self.messages_in(who, entry).await?;
        let visit = entry.undo.iter().find_map(Move::appointment).and_then(|id| board.visit(id));
        let (false, Some(visit)) = (messages.is_empty(), visit) else { return Ok((changes, Vec::new())) };
        let before = entry.undo.iter().find_map(|change| match change {
            Move::Reschedule { window, .. } => Some(*window),
            _ => None,
        });
        let language = self.language_of(company.id, visit.job.lead).await?;
        let letter = Letter::to_customer(company, visit, language);
        let correction = letter.takes_back(visit.appointment.window, before);
        Ok(self.take_back(changes, messages, &correction, &who.actor(), board.now))
    }

    async fn messages_in(&self, who: &Who, entry: &Entry) -> Result<Vec<Stored<Message>>, Error> {
        let ids = entry.subjects.iter().filter_map(|subject| match subject {
            Subject::Message(id) => Some(*id),
            _ => None,
        });
        let mut messages = Vec::new();
        for id in ids.collect::<Vec<MessageId>>() {
            messages.extend(self.store.message(who.company, id).await?);
        }
        Ok(messages)
    }
}

/// Why an entry cannot be taken back, and what to do instead.
fn not_undoable(entry: &Entry) -> Error {
    use EntryKind as K;
    let why = match entry.kind {
        K::VisitAdvanced => "it happened on the road: say what happened next",
        K::MessageDelivered => "it was sent: write a correction",
        K::SlotReserved => "give the reservation back, or reject it",
        K::BookingRejected | K::SlotReleased | K::SlotExpired => "choose a window again",
        K::LeadClosed => "the lead is closed: take the request in again",
        K::RulesChanged | K::SettingsChanged | K::AccountChanged => "change it again where it was changed",
        _ => "it records what happened",
    };
    Error::new(Kind::Refused, "not_undoable", format!("`{}` cannot be undone: {why}", entry.reason))
}

fn undoing(who: &Who, entry: &Entry, position: i64, overriding: Option<String>) -> Change {
    let why = overriding.as_ref().map_or_else(String::new, |reason| format!(" (overriding: {reason})"));
    Change {
        by: who.actor(),
        mode: None,
        overriding,
        kind: EntryKind::Undone,
        words: format!("undid: {}{why}", entry.reason),
        about: entry.subjects.clone(),
        undoes: Some(position),
    }
}

/// Whose days moves are about: where things stand, and where they go.
fn technicians(board: &Board, moves: &[Move]) -> impl Iterator<Item = TechnicianId> {
    let goes = |change: &Move| match change {
        Move::Assign { to, .. }
        | Move::Replan { to: Some(to), .. }
        | Move::Reschedule { to: Some(to), .. } => Some(to.technician),
        Move::ShiftEvent { event, .. } => board.event(*event).map(|event| event.technician),
        _ => None,
    };
    let stands =
        |change: &Move| Some(board.visit(change.appointment()?)?.appointment.state.busy()?.technician);
    let whose: Vec<TechnicianId> = moves.iter().flat_map(|one| [goes(one), stands(one)]).flatten().collect();
    whose.into_iter()
}
