//! Taking changes back.

use super::moves::{Change, beside};
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::inbox::busy;
use crate::view::{MovesResult, UndoRequest};
use domain::{Board, Entry, EntryKind, Move, Permission, TechnicianId};
use std::sync::Arc;
use store::Changeset;

/// Why something stands again where only a reason let it stand.
const AS_IT_STOOD: &str = "as it stood before";

impl App {
    /// Takes a change back. What others changed since is refused by name.
    ///
    /// A place that a person had chosen against the rules, with a reason, stands again as it stood, as long as nothing
    /// else was written in these days since.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `not_undoable`, `refused`, `conflict`.
    pub async fn undo(&self, who: &Who, request: UndoRequest) -> Result<MovesResult, Error> {
        who.require(Permission::EditBoard)?;
        let entry = self
            .store
            .journal_at(who.company, request.position)
            .await?
            .ok_or_else(|| Error::not_found("journal entry", request.position))?
            .entry;
        if entry.undo.is_empty() {
            return Err(Error::new(
                Kind::Refused,
                "not_undoable",
                format!("`{}` cannot be undone", entry.reason),
            ));
        }
        let company = self.company_of(who.company).await?.value;
        for _ in 0..TRIES {
            let board = self.board_of_moves(&company, &entry.undo).await?;
            let (changes, moves) = (Changeset::new(who.company), entry.undo.clone());
            let change = undoing(who, &entry, None);
            match self.change_board(Arc::clone(&board), moves, &change, changes).await {
                Ok(Some((result, _))) => return Ok(result),
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
        let change = undoing(who, entry, Some(AS_IT_STOOD.to_owned()));
        let done = self.change_board(board, entry.undo.clone(), &change, changes).await?;
        done.map(|(result, _)| result).ok_or(no)
    }
}

fn undoing(who: &Who, entry: &Entry, overriding: Option<String>) -> Change {
    let why = overriding.as_ref().map_or_else(String::new, |reason| format!(" (overriding: {reason})"));
    Change {
        by: who.actor(),
        mode: None,
        overriding,
        kind: EntryKind::Undone,
        words: format!("undid: {}{why}", entry.reason),
        about: entry.subjects.clone(),
    }
}

/// Whose days moves are about: where things stand, and where they go.
fn technicians(board: &Board, moves: &[Move]) -> impl Iterator<Item = TechnicianId> {
    let goes = |change: &Move| match change {
        Move::Assign { to, .. } | Move::Replan { to: Some(to), .. } => Some(to.technician),
        Move::ShiftEvent { event, .. } => board.event(*event).map(|event| event.technician),
        _ => None,
    };
    let stands =
        |change: &Move| Some(board.visit(change.appointment()?)?.appointment.state.busy()?.technician);
    let whose: Vec<TechnicianId> = moves.iter().flat_map(|one| [goes(one), stands(one)]).flatten().collect();
    whose.into_iter()
}
