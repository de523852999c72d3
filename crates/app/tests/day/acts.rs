//! What people do on a random day: one act at a time, beside others.

use crate::chance::Chance;
use crate::house::{SLUG, board_of};
use crate::told::{Memory, Word};
use crate::words;
use app::view::{
    Acceptance, ApprovalDecision, ChosenWindow, Dismissal, FormRequest, LeadEdit, LeadSummary, ModeChange,
    MoveInput, MovesRequest, Outcome, SpanView, SuggestRequest, UndoRequest,
};
use app::{App, Error, Kind, Who};
use domain::{AppointmentState, Board, EntryKind, LeadId, SignedDuration, SuggestionId, Timestamp, Visit};
use std::sync::{Arc, Mutex};
use store::Store;
use tokio::runtime::Handle;

/// The people of the company and what they remember.
#[derive(Clone)]
pub(crate) struct People {
    pub(crate) app: App,
    pub(crate) store: Store,
    /// Where the test itself runs: connections of its store must not die with the program.
    pub(crate) outside: Handle,
    pub(crate) owner: Who,
    pub(crate) dispatcher: Who,
    pub(crate) csr: Who,
    pub(crate) memory: Arc<Mutex<Memory>>,
}

impl People {
    fn hear(&self, word: Word) {
        self.memory.lock().unwrap().hear(word);
    }

    /// A person was told that something was done.
    fn did(&self, kind: EntryKind, lead: LeadId) {
        self.hear(Word::Done { kind, lead: Some(lead) });
    }

    /// Does one thing. A "no" is an answer; a fault of the program is not.
    pub(crate) async fn act(self, mut chance: Chance, now: Timestamp) {
        let chance = &mut chance;
        let told = match chance.below(100) {
            0..24 => self.ask(chance, now).await,
            24..30 => self.edit(chance).await,
            30..42 => self.decide(chance).await,
            42..50 => self.work_on_a_lead(chance).await,
            50..63 => self.drag(chance, now).await,
            63..72 => self.change_a_visit(chance, now).await,
            72..76 => self.take_calls(chance).await,
            76..90 => self.suggest_or_accept(chance, now).await,
            90..95 => self.undo(chance).await,
            95..97 => self.change_modes(chance).await,
            _ => self.look(chance).await,
        };
        self.remember(told);
    }

    /// Sends a request and does nothing else.
    pub(crate) async fn only_ask(&self, chance: &mut Chance, now: Timestamp) {
        let told = self.ask(chance, now).await;
        self.remember(told);
    }

    /// Accepts suggestions, takes changes back, and drags visits so that there is something to improve again.
    pub(crate) async fn only_improve(&self, chance: &mut Chance, now: Timestamp) {
        let told = match chance.below(6) {
            0 => self.undo(chance).await,
            1 | 2 => self.drag(chance, now).await,
            _ => self.suggest_or_accept(chance, now).await,
        };
        self.remember(told);
    }

    fn remember(&self, told: Result<(), Error>) {
        let mut memory = self.memory.lock().unwrap();
        match told {
            Ok(()) => memory.done += 1,
            Err(no) if !matches!(no.kind, Kind::Internal | Kind::Unavailable) => memory.refused += 1,
            Err(fault) => panic!("{fault:?}"),
        }
    }

    async fn ask(&self, chance: &mut Chance, now: Timestamp) -> Result<(), Error> {
        let again = chance.one_in(4);
        let known = chance.pick(&self.memory.lock().unwrap().sent).cloned().filter(|_| again);
        let (raw, key) = known.unwrap_or_else(|| {
            let key = chance.one_in(3).then(|| format!("key-{now}-{}", chance.below(1_000_000)));
            (words::request(chance), key)
        });
        self.hear(Word::Sends { raw: raw.clone(), key: key.clone() });
        let request: FormRequest = serde_json::from_str(&raw).expect("we wrote it");
        let received = self.app.receive_form(SLUG, raw.clone(), request, key).await?;
        self.hear(Word::Received { reference: received.reference, raw });
        Ok(())
    }

    async fn a_lead(&self, chance: &mut Chance, states: &[&str]) -> Result<Option<LeadSummary>, Error> {
        let leads = self.app.leads(&self.csr, "open").await?.leads;
        let fitting: Vec<_> =
            leads.into_iter().filter(|lead| states.contains(&lead.state.as_str())).collect();
        Ok(chance.pick(&fitting).cloned())
    }

    async fn edit(&self, chance: &mut Chance) -> Result<(), Error> {
        let states = ["new", "collecting", "recommended", "awaiting_approval", "emergency", "escalated"];
        let Some(lead) = self.a_lead(chance, &states).await? else { return Ok(()) };
        let mut edit = LeadEdit::default();
        match chance.below(4) {
            0 => edit.address = Some(format!("{} Deshler Ave, Columbus, OH", chance.between(10, 900))),
            1 => edit.name = Some("Corrected Name".to_owned()),
            2 => {
                let kinds = self.app.company(&self.csr).await?.job_types;
                edit.job_type_id = chance.pick(&kinds[..8]).map(|kind| kind.id.clone());
            }
            _ => edit.phone = Some(format!("614-555-{:04}", chance.below(10_000))),
        }
        let id = lead.id.parse().unwrap();
        self.app.edit_lead(&self.csr, id, edit).await?;
        self.did(EntryKind::LeadEdited, id);
        Ok(())
    }

    async fn decide(&self, chance: &mut Chance) -> Result<(), Error> {
        let approvals = self.app.approvals(&self.dispatcher).await?.approvals;
        let Some(approval) = chance.pick(&approvals) else { return Ok(()) };
        let reject = chance.one_in(5);
        let other = chance.pick(&approval.windows).filter(|_| chance.clone().one_in(4));
        let decision = ApprovalDecision {
            decision: if reject { "reject" } else { "approve" }.to_owned(),
            reason: reject.then(|| "they called it off".to_owned()),
            window: other.map(|window| ChosenWindow { start: window.start, end: window.end }),
            as_of: Some(approval.as_of),
            ..ApprovalDecision::default()
        };
        let who = if chance.one_in(2) { &self.dispatcher } else { &self.owner };
        let id = approval.lead_id.parse().unwrap();
        self.app.decide_approval(who, id, decision).await?;
        self.did(if reject { EntryKind::BookingRejected } else { EntryKind::JobBooked }, id);
        Ok(())
    }

    async fn work_on_a_lead(&self, chance: &mut Chance) -> Result<(), Error> {
        let states =
            ["recommended", "awaiting_approval", "follow_up", "collecting", "emergency", "escalated"];
        let Some(lead) = self.a_lead(chance, &states).await? else { return Ok(()) };
        let id = lead.id.parse().unwrap();
        let detail = self.app.lead(&self.csr, id).await?;
        let window = chance.pick(&detail.windows);
        let window = window.map(|window| ChosenWindow { start: window.start, end: window.end });
        let done = match (chance.below(6), window) {
            (0, Some(window)) => {
                self.app.reserve(&self.csr, id, window).await?;
                EntryKind::SlotReserved
            }
            (1 | 2, Some(window)) => {
                self.app.book(&self.csr, id, window).await?;
                EntryKind::JobBooked
            }
            (3, _) => {
                self.app.release(&self.csr, id).await?;
                EntryKind::SlotReleased
            }
            (4, _) => {
                let dismissal = Dismissal { state: "dismissed".to_owned(), reason: "a mistake".to_owned() };
                self.app.dismiss(&self.csr, id, dismissal).await?;
                EntryKind::LeadClosed
            }
            // Who takes what is theirs already is told so, and nothing is written.
            _ => return self.app.own_lead(&self.csr, id, chance.one_in(2)).await.map(drop),
        };
        self.did(done, id);
        Ok(())
    }

    async fn board(&self, now: Timestamp) -> Board {
        let store = self.store.clone();
        let board = self.outside.spawn(async move { board_of(&store, now, 3).await });
        board.await.expect("the database answers")
    }

    async fn moves(&self, moves: Vec<MoveInput>, reason: Option<&str>) -> Result<(), Error> {
        let request = MovesRequest { moves, override_reason: reason.map(str::to_owned) };
        let done = self.app.make_moves(&self.dispatcher, request).await?;
        self.hear(Word::Changed { position: done.position });
        Ok(())
    }

    async fn drag(&self, chance: &mut Chance, now: Timestamp) -> Result<(), Error> {
        let board = self.board(now).await;
        let ahead =
            |visit: &&Visit| visit.appointment.state.is_open() && visit.appointment.window.end() > now;
        let open: Vec<&Visit> = board.visits.iter().filter(ahead).collect();
        let mut moves = Vec::new();
        for _ in 0..1 + chance.below(2) {
            let Some(visit) = near(chance, &board, &open) else { return Ok(()) };
            let (technician_id, start) = if chance.one_in(3) {
                self.any_place(chance, &board, visit)
            } else {
                self.fitting_place(chance, &board, visit).await?
            };
            let appointment_id = visit.appointment.id.to_string();
            moves.push(MoveInput::Assign { appointment_id, technician_id, start });
        }
        let reason = chance.one_in(4).then_some("the customer insists");
        self.moves(moves, reason).await
    }

    /// Where somebody drops a visit without looking closely.
    fn any_place(&self, chance: &mut Chance, board: &Board, visit: &Visit) -> (String, Timestamp) {
        let window = visit.appointment.window;
        let late = SignedDuration::from_mins(chance.between(-6, window.0.length().as_mins() / 5 + 6) * 5);
        let technician = chance.pick(&board.technicians).expect("there are eight").id;
        (technician.to_string(), (window.start() + late).max(board.now))
    }

    /// Where the flyout says that it fits, sometimes a little later.
    async fn fitting_place(
        &self,
        chance: &mut Chance,
        board: &Board,
        visit: &Visit,
    ) -> Result<(String, Timestamp), Error> {
        let ranked = self.app.ranked_technicians(&self.dispatcher, visit.appointment.id).await?.technicians;
        let able: Vec<_> = ranked.into_iter().filter(|one| one.start.is_some()).collect();
        let Some(one) = chance.pick(&able) else { return Ok(self.any_place(chance, board, visit)) };
        let later = SignedDuration::from_mins(if chance.one_in(3) { 5 } else { 0 });
        Ok((one.technician_id.clone(), one.start.expect("they can") + later))
    }

    async fn change_a_visit(&self, chance: &mut Chance, now: Timestamp) -> Result<(), Error> {
        let board = self.board(now).await;
        let all: Vec<&Visit> = board.visits.iter().collect();
        let Some(visit) = near(chance, &board, &all) else { return Ok(()) };
        let appointment_id = visit.appointment.id.to_string();
        let kinds = ["technician", "start", "technician_and_start"];
        let change = match chance.below(10) {
            0..4 => MoveInput::Lock { appointment_id, kind: (*chance.pick(&kinds).unwrap()).to_owned() },
            4 | 5 => MoveInput::Unlock { appointment_id },
            6 => MoveInput::Unassign { appointment_id, reason: "needs another look".to_owned() },
            7 | 8 if matches!(visit.appointment.state, AppointmentState::OnHold { .. }) => {
                let start = now + SignedDuration::from_mins(chance.between(-2, 30) * 60);
                let window = SpanView { start, end: start + SignedDuration::from_hours(2) };
                MoveInput::Resume { appointment_id, window }
            }
            7 | 8 => MoveInput::Hold { appointment_id, reason: "parts".to_owned() },
            _ => MoveInput::Cancel { appointment_id, reason: "sold the house".to_owned() },
        };
        self.moves(vec![change], None).await
    }

    async fn take_calls(&self, chance: &mut Chance) -> Result<(), Error> {
        let Some(lead) = self.a_lead(chance, &["emergency", "escalated"]).await? else { return Ok(()) };
        let detail = self.app.lead(&self.csr, lead.id.parse().unwrap()).await?;
        let Some(escalation) = detail.escalation else { return Ok(()) };
        let id = escalation.id.parse().unwrap();
        if chance.one_in(2) {
            let who = if chance.one_in(2) { &self.csr } else { &self.dispatcher };
            self.app.take_escalation(who, id).await?;
            self.did(EntryKind::EscalationTaken, lead.id.parse().unwrap());
            return Ok(());
        }
        let outcome = Outcome { outcome: "called back, all is well".to_owned() };
        self.app.close_escalation(&self.csr, id, outcome).await?;
        self.did(EntryKind::EscalationClosed, lead.id.parse().unwrap());
        Ok(())
    }

    async fn suggest_or_accept(&self, chance: &mut Chance, now: Timestamp) -> Result<(), Error> {
        let reviewed = chance.pick(&self.memory.lock().unwrap().reviewed).copied();
        // Some suggestions stay on a screen for hours before somebody accepts them.
        if let Some(id) = reviewed.filter(|_| chance.one_in(3)) {
            return self.accept(id, chance).await;
        }
        let board = self.board(now).await;
        let open: Vec<&Visit> =
            board.visits.iter().filter(|visit| board.keeps_still(visit).is_none()).collect();
        let Some(visit) = near(chance, &board, &open) else { return Ok(()) };
        let request = SuggestRequest { appointment_id: visit.appointment.id.to_string() };
        let suggestion = self.app.suggest(&self.dispatcher, request).await?;
        if suggestion.alternatives.is_empty() {
            return Ok(());
        }
        let id = suggestion.id.parse().unwrap();
        self.hear(Word::Reviews { suggestion: id });
        if chance.one_in(2) { self.accept(id, chance).await } else { Ok(()) }
    }

    async fn accept(&self, id: SuggestionId, chance: &mut Chance) -> Result<(), Error> {
        let who = if chance.one_in(3) { &self.owner } else { &self.dispatcher };
        let moves = chance.one_in(6).then(|| vec![0]);
        self.hear(Word::Accepts { suggestion: id });
        let accepted = self.app.accept(who, id, Acceptance { alternative: 0, moves }).await?;
        self.hear(Word::Accepted { suggestion: id, position: accepted.position });
        Ok(())
    }

    async fn undo(&self, chance: &mut Chance) -> Result<(), Error> {
        let position = chance.pick(&self.memory.lock().unwrap().changes).copied();
        let Some(position) = position else { return Ok(()) };
        let done = self.app.undo(&self.dispatcher, UndoRequest { position }).await?;
        self.hear(Word::Undone { position: done.position });
        Ok(())
    }

    /// The modes that the day begins with.
    pub(crate) async fn choose_modes(&self, chance: &mut Chance) {
        let mode =
            |chance: &mut Chance| chance.pick(&["assist", "approve", "auto"]).map(|mode| (*mode).to_owned());
        let change = ModeChange { booking: mode(chance), board: mode(chance), kill_switch: None };
        self.app.change_mode(&self.owner, change).await.expect("an owner may");
    }

    async fn change_modes(&self, chance: &mut Chance) -> Result<(), Error> {
        let mut change = ModeChange::default();
        let mut kind = EntryKind::RulesChanged;
        let mode = |chance: &mut Chance, from: &[&str]| Some((*chance.pick(from).unwrap()).to_owned());
        match chance.below(4) {
            0 => change.booking = mode(chance, &["assist", "approve", "auto", "auto"]),
            1 | 2 => {
                kind = EntryKind::SettingsChanged;
                change.board = mode(chance, &["off", "assist", "approve", "approve", "auto", "auto", "auto"]);
            }
            _ => change.kill_switch = Some(chance.one_in(2)),
        }
        self.app.change_mode(&self.owner, change).await?;
        self.hear(Word::Done { kind, lead: None });
        Ok(())
    }

    async fn look(&self, chance: &mut Chance) -> Result<(), Error> {
        let date = crate::house::TODAY.saturating_add(jiff::Span::new().days(chance.between(-1, 15)));
        let board = self.app.board(&self.csr, Some(date)).await?;
        let Some(visit) = chance.pick(&board.visits) else { return Ok(()) };
        let id = visit.id.parse().unwrap();
        self.app.visit(&self.csr, id).await?;
        self.app.ranked_technicians(&self.csr, id).await?;
        self.app.standing(&self.csr, None).await.map(drop)
    }
}

/// One of some visits, more often one of today.
fn near<'a>(chance: &mut Chance, board: &Board, visits: &[&'a Visit]) -> Option<&'a Visit> {
    let today = board.company.date(board.now);
    let of_today: Vec<&Visit> = visits
        .iter()
        .filter(|visit| board.company.date(visit.appointment.window.start()) == today)
        .copied()
        .collect();
    let from = if chance.one_in(4) { visits } else { &of_today };
    chance.pick(from).copied()
}

/// What the technicians report: who sets out, arrives, takes a break, finishes.
pub(crate) async fn technicians_go_on(people: People, mut chance: Chance, now: Timestamp) {
    let board = people.board(now).await;
    for visit in &board.visits {
        let begins = visit.appointment.state.placement().map(|at| at.start);
        let soon = begins.is_some_and(|start| start <= now + SignedDuration::from_mins(20));
        let step = match &visit.appointment.state {
            AppointmentState::Assigned { .. } if soon && chance.one_in(2) => "dispatch",
            AppointmentState::Dispatched { .. } if chance.one_in(20) => "cancel_dispatch",
            AppointmentState::Dispatched { .. } if chance.one_in(3) => "arrive",
            AppointmentState::Working { .. } if chance.one_in(25) => "pause",
            AppointmentState::Working { arrived, .. } => {
                let worked = now.duration_since(*arrived);
                if worked < visit.appointment.duration && !chance.one_in(30) {
                    continue;
                }
                "finish"
            }
            AppointmentState::Paused { .. } if chance.one_in(3) => "continue",
            _ => continue,
        };
        let appointment_id = visit.appointment.id.to_string();
        let change = MoveInput::Advance { appointment_id, step: step.to_owned() };
        match people.moves(vec![change], None).await {
            Err(fault) if matches!(fault.kind, Kind::Internal | Kind::Unavailable) => panic!("{fault:?}"),
            _ => {}
        }
    }
}
