//! Work that nobody waits for: reading leads, delivering messages, giving back what expired, improving under Auto.

use crate::App;
use crate::error::{Error, Kind};
use domain::lead::Status;
use domain::{
    Actor, CompanyId, Entry, EntryKind, LeadId, LeadState, Message, MessageState, Reservation,
    ReservationState, SignedDuration, Subject, Timestamp,
};
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, Instant};
use store::{BACKOFF, Changeset, CommitError, Delivery, NewTask, OutboxChange, Stored, Task};
use tokio::sync::watch;

/// The task that reads a lead.
pub(crate) const READ_LEAD: &str = "read_lead";
/// A worker that does not come back within this time lost its task. On the program's clock.
const LEASE: SignedDuration = SignedDuration::from_mins(10);
/// The clocks of expiry and delivery are looked at this often.
const SWEEP: Duration = Duration::from_secs(1);
/// Sessions, links and keys that expired are forgotten this often.
const TIDY: Duration = Duration::from_secs(3_600);
/// An idempotency key is good for this time. Source: Stripe keeps them for at least a day; ours is a week.
const KEYS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How many things one sweep does at most.
const BATCH: u32 = 50;

/// The task of reading a lead that came in.
pub(crate) fn read_lead(lead: LeadId, now: Timestamp) -> NewTask {
    NewTask {
        kind: READ_LEAD.to_owned(),
        key: Some(lead.to_string()),
        payload: lead.to_string(),
        run_at: now,
    }
}

impl App {
    /// Works until it is told to stop; what was begun is finished.
    pub async fn run_worker(&self, mut stop: watch::Receiver<bool>) {
        let mut tidied: Option<Instant> = None;
        while !*stop.borrow() {
            if tidied.is_none_or(|at| at.elapsed() > TIDY) {
                self.forget_expired().await;
                tidied = Some(Instant::now());
            }
            let worked = self.work_once().await;
            if let Err(error) = &worked {
                tracing::warn!(%error, "background work failed and is tried again");
            }
            if worked.unwrap_or(false) {
                continue;
            }
            tokio::select! {
                () = self.work.notified() => {}
                () = tokio::time::sleep(SWEEP) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Forgets sessions and links that ended, and idempotency keys nobody sends again.
    async fn forget_expired(&self) {
        let now = self.now();
        if let Err(error) = self.store.forget_expired(now, now - KEYS_KEPT).await {
            tracing::warn!(%error, "what expired could not be forgotten");
        }
    }

    /// Does one round of everything that is due. Says whether there was something to do.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn work_once(&self) -> Result<bool, Error> {
        let read = self.read_due_leads().await?;
        self.hand_over_given_up().await?;
        let expired = self.expire_reservations().await?;
        let delivered = self.deliver_messages().await?;
        let improved = self.improve_boards().await?;
        Ok(read || expired || delivered || improved)
    }

    /// Works until nothing is due any more.
    ///
    /// # Errors
    /// As [`App::work_once`].
    pub async fn work_all(&self) -> Result<(), Error> {
        while self.work_once().await? {}
        Ok(())
    }

    async fn read_due_leads(&self) -> Result<bool, Error> {
        let mut worked = false;
        for _ in 0..BATCH {
            let Some(task) = self.store.claim(&[READ_LEAD], self.now(), LEASE).await? else { break };
            worked = true;
            if let Err(error) = whatever_happens(self.run_task(&task)).await {
                self.fail_task(&task, &error).await?;
            }
        }
        Ok(worked)
    }

    async fn run_task(&self, task: &Task) -> Result<(), Error> {
        let lead: LeadId = task
            .payload
            .parse()
            .map_err(|_| Error::internal("a task names no lead", task.payload.clone()))?;
        self.read_and_answer(task.company, lead, Some(task.lease)).await
    }

    /// A failed task is tried again. A person gets a lead that nobody could read when it is given up, and at once when
    /// its words are dangerous.
    async fn fail_task(&self, task: &Task, error: &Error) -> Result<(), Error> {
        let now = self.now();
        let retry = task.retry_at(now);
        tracing::warn!(task = task.kind, payload = task.payload, attempts = task.attempts, %error, "a task failed");
        if let Ok(lead) = task.payload.parse() {
            self.hand_over_unread(task.company, lead, &error.detail, retry.is_none()).await?;
        }
        match self.store.fail(task, &error.detail, now, retry).await {
            // Another worker has it by now.
            Ok(()) | Err(CommitError::Fenced) => Ok(()),
            Err(other) => Err(Error::from(other)),
        }
    }

    /// Gives back slots whose time is over; the lead goes back to where a person chooses again.
    async fn expire_reservations(&self) -> Result<bool, Error> {
        let now = self.now();
        let overdue = self.store.overdue_reservations(now, BATCH).await?;
        let worked = !overdue.is_empty();
        for (company, held) in overdue {
            self.expire(company, held, now).await?;
        }
        Ok(worked)
    }

    async fn expire(
        &self,
        company: CompanyId,
        held: Stored<Reservation>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (version, reservation) = (held.version, held.value);
        let entry = Entry::new(
            now,
            Actor::System,
            EntryKind::SlotExpired,
            "nobody decided in time; the slot was given back",
        )
        .about(Subject::Lead(reservation.lead))
        .about(Subject::Reservation(reservation.id));
        let mut changes = Changeset::new(company).entry(entry);
        if let Some(lead) = self.store.lead(company, reservation.lead).await?
            && lead.value.status.state.reservation() == Some(reservation.id)
        {
            let (version, mut lead) = (lead.version, lead.value);
            let why = "the reservation expired; choose a window again".to_owned();
            changes = self.discard_drafts(changes, lead.id, "the reservation expired", now).await?;
            lead.status = Status { state: LeadState::Recommended, since: now, by: Actor::System, why };
            changes = changes.change(lead, version);
        }
        let state = ReservationState::Expired { at: now };
        // Somebody who decides at this very moment wins; the next sweep looks again.
        self.try_commit(changes.change(Reservation { state, ..reservation }, version)).await.map(|_| ())
    }

    /// Hands over messages that are due. Without a messenger they stay in the house, visibly queued.
    async fn deliver_messages(&self) -> Result<bool, Error> {
        if self.messenger.name() == "not_configured" {
            return Ok(false);
        }
        let due = self.store.take_due_messages(self.now(), LEASE, BATCH).await?;
        let worked = !due.is_empty();
        for delivery in due {
            self.deliver(delivery).await?;
        }
        Ok(worked)
    }

    async fn deliver(&self, delivery: Delivery) -> Result<(), Error> {
        let Some(message) = self.store.message(delivery.company, delivery.message).await? else {
            return Ok(());
        };
        let (version, message) = (message.version, message.value);
        let messenger = self.messenger.clone();
        let copy = message.clone();
        let sent = tokio::task::spawn_blocking(move || messenger.send(&copy)).await;
        let sent = sent.unwrap_or_else(|why| Err(why.to_string()));
        let now = self.now();
        let company = delivery.company;
        let (state, words, settled) = match sent {
            Ok(()) => {
                let via = self.messenger.name().to_owned();
                let words = format!("handed over through {via}");
                (Some(MessageState::Sent { at: now, via }), words, OutboxChange::Settle(delivery))
            }
            Err(reason) => match BACKOFF.get(usize::try_from(delivery.attempts - 1).unwrap_or(0)) {
                Some(wait) => {
                    let words = format!("could not be handed over and is tried again: {reason}");
                    (None, words, OutboxChange::Retry { delivery, error: reason, due: now + *wait })
                }
                None => {
                    let words = format!("given up: {reason}");
                    (Some(MessageState::Failed { at: now, reason }), words, OutboxChange::Settle(delivery))
                }
            },
        };
        let mut changes = Changeset::new(company);
        if let Some(state) = state {
            let entry = Entry::new(now, Actor::System, EntryKind::MessageDelivered, words);
            let entry = message.subjects().fold(entry, Entry::about);
            changes = changes.entry(entry).change(Message { state, ..message }, version);
        }
        changes.outbox.push(settled);
        self.try_commit(changes).await.map(|_| ())
    }

    async fn improve_boards(&self) -> Result<bool, Error> {
        let mut improved = false;
        for company in self.store.companies().await? {
            match self.improve_by_itself(&company.value).await {
                Ok(done) => improved |= done,
                // People were quicker; the next sweep looks at the board as they left it.
                Err(no) if matches!(no.kind, Kind::Conflict | Kind::Refused) => {
                    tracing::debug!(company = %company.value.id, %no, "the planner was late");
                }
                Err(other) => return Err(other),
            }
        }
        Ok(improved)
    }
}

/// The outcome of some work, a panic included: words that nobody thought of must not end the worker.
async fn whatever_happens(work: impl Future<Output = Result<(), Error>>) -> Result<(), Error> {
    let mut work = pin!(work);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
        Ok(progress) => progress,
        Err(_) => Poll::Ready(Err(Error::internal("a panic, told above", READ_LEAD.to_owned()))),
    })
    .await
}
