//! Accepting suggestions: a person's word, or the planner's own under Auto. There is one way for both.

use super::moves::{Change, words_of, write};
use super::proposal::{notice, show_gain};
use super::show;
use super::suggest::{assist_is_on, chosen};
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::inbox::busy;
use crate::view::{Acceptance, AcceptedView, Notice};
use domain::board::How;
use domain::{
    Actor, AppointmentId, Authority, Board, BoardMode, Company, CompanyId, Entry, EntryKind, Gain, Move,
    Permission, Refusal, Subject, Suggestion, SuggestionId, SuggestionState, UserId,
};
use std::sync::Arc;
use store::{Changeset, OnlyIf, Stored};

/// Who accepts.
#[derive(Debug, Clone)]
pub(crate) struct Acceptor {
    pub(crate) by: Actor,
    pub(crate) user: Option<UserId>,
    pub(crate) mode: Option<Authority>,
    /// What allows it; none for a person's own word.
    pub(crate) allowed: Option<Allowed>,
}

impl Acceptor {
    /// A person, whose own word is enough.
    pub(super) fn person(who: &Who) -> Acceptor {
        Acceptor { by: who.actor(), user: Some(who.user.id), mode: None, allowed: None }
    }
}

/// What allowed the planner to act by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowed {
    /// The version of the rules that did not stop it.
    pub(crate) rules: u32,
    /// The version of the settings that say so.
    pub(crate) settings: i64,
}

impl From<Allowed> for OnlyIf {
    fn from(allowed: Allowed) -> OnlyIf {
        OnlyIf::RulesAsOf { rules: allowed.rules, settings: allowed.settings }
    }
}

impl App {
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
        self.accept_as(who.company, id, &acceptance, &Acceptor::person(who)).await
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
            if acceptor.allowed.is_some() && self.allowed_by_itself(company).await? != acceptor.allowed {
                return Err(not_allowed_any_more());
            }
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
        // Judged as the planner's own, whoever accepts: what is locked or near its start stays where it is.
        let how = How::strictly(Actor::Planner);
        let outcome = match self.try_on(Arc::clone(&board), moves.clone(), how).await? {
            Ok(outcome) => outcome,
            Err(refusals) => {
                // The board was read after the suggestion: whoever moved these visits may have accepted this very one.
                let latest = self.stored_suggestion(company, suggestion.value.id).await?;
                self.still_open(company, &latest.value).await?;
                return Err(self.stale(company, acceptor, about, &refusals, None).await?);
            }
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
            undoes: None,
        };
        let mut entry = Entry::new(now, change.by, change.kind, change.words);
        let asked = match board.company.settings.board_mode {
            BoardMode::On(mode) => Some(mode),
            BoardMode::Off => None,
        };
        entry.mode = change.mode.or(asked);
        entry.rule_version = acceptor.allowed.map(|allowed| allowed.rules);
        entry.undo.clone_from(&outcome.applied.undo);
        let visits = moves.iter().filter_map(Move::appointment).map(Subject::Appointment);
        let jobs = moves
            .iter()
            .filter_map(Move::appointment)
            .filter_map(|id| board.visit(id))
            .map(|one| Subject::Job(one.job.id));
        entry = change.about.into_iter().chain(visits).chain(jobs).fold(entry, Entry::about);
        let mut changes =
            write(Changeset::new(company), &outcome.applied, position).entry(entry).change(accepted, version);
        changes.only_if.extend(acceptor.allowed.map(OnlyIf::from));
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
            ("board_changed", "One of these visits was moved meanwhile")
        } else if refusals.is_empty() {
            ("board_changed", "The board changed and this is worth less now")
        } else {
            ("not_applied", "This no longer fits the board")
        };
        let fresh = self.suggest_for(company, acceptor, about).await.ok();
        let next = if fresh.is_some() { "Review the fresh suggestion." } else { "Look at the visit again." };
        let mut evidence = Vec::new();
        for refusal in refusals {
            let known = match refusal {
                Refusal::MovedSince { appointment, .. } => self.changed_by(company, *appointment).await?,
                _ => None,
            };
            evidence.push(known.unwrap_or_else(|| refusal.to_string()));
        }
        evidence.extend(difference);
        let mut error = Error::refused(refusals);
        error.kind = Kind::Conflict;
        error.code = "stale";
        error.detail = format!("{title}. {next}");
        error.notice = Some(notice(code, title, evidence, next));
        error.fresh = fresh.map(Box::new);
        Ok(error)
    }

    /// Who changed a visit last, when and how: `Dana Whitfield at 9:40: J114 → Ana Ruiz 10:40`.
    async fn changed_by(&self, company: CompanyId, visit: AppointmentId) -> Result<Option<String>, Error> {
        let Some(change) = self.last_change(company, visit).await? else { return Ok(None) };
        let zone = self.company_of(company).await?.value.zone_of_time();
        let at = change.entry.at.to_zoned(zone).strftime("%-H:%M").to_string();
        let who = self.actor_name(company, &change.entry.actor).await?;
        Ok(Some(format!("{who} at {at}: {}", change.entry.reason)))
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

    /// What allows the planner to act by itself now; none when it may not.
    async fn allowed_by_itself(&self, company: CompanyId) -> Result<Option<Allowed>, Error> {
        let setup = self.company_of(company).await?;
        let rules = self.rules(company).await?;
        let may = setup.value.settings.board_mode == BoardMode::On(Authority::Auto) && !rules.kill_switch;
        Ok(may.then_some(Allowed { rules: rules.version, settings: setup.version }))
    }

    /// Under Auto: applies the best improvement of today through the same acceptance as people. Says whether it did.
    /// Whoever stops it in between is obeyed: what it writes rests on the rules and settings that it read.
    pub(crate) async fn improve_by_itself(&self, company: &Company) -> Result<bool, Error> {
        let Some(allowed) = self.allowed_by_itself(company.id).await? else { return Ok(false) };
        let standing = self.find_standing(company, None).await?;
        let Some((visit, _)) = standing.first() else { return Ok(false) };
        let acceptor =
            Acceptor { by: Actor::Planner, user: None, mode: Some(Authority::Auto), allowed: Some(allowed) };
        let suggestion = self.suggest_for(company.id, &acceptor, *visit).await?;
        if suggestion.alternatives.is_empty() {
            return Ok(false);
        }
        let id = suggestion
            .id
            .parse()
            .map_err(|_| Error::internal("an id of ours is none", suggestion.id.clone()))?;
        self.accept_as(company.id, id, &Acceptance { alternative: 0, moves: None }, &acceptor)
            .await
            .map(|_| true)
    }
}

fn not_allowed_any_more() -> Error {
    let detail = "the rules or the mode of the board changed meanwhile; the planner looks again";
    Error::new(Kind::Conflict, "conflict", detail)
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

fn applied_notice(changed_since: bool) -> Notice {
    let evidence = if changed_since {
        vec!["the board had changed since; the same moves still fit and no figure got worse".to_owned()]
    } else {
        Vec::new()
    };
    notice("applied", "Applied", evidence, "There may be better ones as new jobs arrive.")
}
