//! Who may do what, asked of every use case.

use crate::house::{Home, House};
use app::view::{
    Acceptance, ApprovalDecision, ChosenWindow, Dismissal, LeadEdit, MessageRelease, ModeChange, MoveInput,
    MovesRequest, NewPassword, NewUser, Outcome, RescheduleRequest, SettingsView, SuggestRequest,
    UndoRequest,
};
use app::{App, Error, Kind, Who, role_name};
use domain::{AppointmentId, EscalationId, LeadId, MessageId, Role, SuggestionId, UserId};
use std::fmt::Write;
use std::pin::Pin;

type Answer<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;
type UseCase = for<'a> fn(&'a App, &'a Who) -> Answer<'a>;

/// Nothing has this number, so whoever may is told that there is no such thing.
const NOTHING: i64 = 404;

macro_rules! use_cases {
    ($($name:literal $app:ident $who:ident => $act:expr),+ $(,)?) => {
        &[$(($name, |$app, $who| Box::pin(async move { $act.await.map(drop) }))),+]
    };
}

const USE_CASES: &[(&str, UseCase)] = use_cases! {
    "board" app who => app.board(who, None),
    "leads" app who => app.leads(who, "open"),
    "lead" app who => app.lead(who, LeadId(NOTHING)),
    "approvals" app who => app.approvals(who),
    "visit" app who => app.visit(who, AppointmentId(NOTHING)),
    "ranking" app who => app.ranked_technicians(who, AppointmentId(NOTHING)),
    "suggestion" app who => app.suggestion(who, SuggestionId(NOTHING)),
    "figures" app who => app.figures(who, SuggestionId(NOTHING), first()),
    "standing" app who => app.standing(who, None),
    "journal" app who => app.journal(who, 0, 1),
    "timeline" app who => app.timeline(who, "lead", NOTHING),
    "live" app who => app.live(who, None),
    "edit_lead" app who => app.edit_lead(who, LeadId(NOTHING), LeadEdit::default()),
    "own_lead" app who => app.own_lead(who, LeadId(NOTHING), true),
    "reserve" app who => app.reserve(who, LeadId(NOTHING), window()),
    "release" app who => app.release(who, LeadId(NOTHING)),
    "book" app who => app.book(who, LeadId(NOTHING), window()),
    "dismiss" app who => app.dismiss(who, LeadId(NOTHING), dismissal()),
    "take_escalation" app who => app.take_escalation(who, EscalationId(NOTHING)),
    "close_escalation" app who => app.close_escalation(who, EscalationId(NOTHING), outcome()),
    "decide_approval" app who => app.decide_approval(who, LeadId(NOTHING), approve()),
    "suggest" app who => app.suggest(who, SuggestRequest { appointment_id: NOTHING.to_string() }),
    "accept" app who => app.accept(who, SuggestionId(NOTHING), first()),
    "make_moves" app who => app.make_moves(who, moves()),
    "preview_moves" app who => app.preview_moves(who, moves()),
    "lock" app who => app.lock(who, AppointmentId(NOTHING), Some("start")),
    "search" app who => app.search(who, "ana"),
    "visit_windows" app who => app.visit_windows(who, AppointmentId(NOTHING)),
    "reschedule" app who => app.reschedule(who, AppointmentId(NOTHING), another_window()),
    "release_message" app who => app.release_message(who, MessageId(NOTHING), MessageRelease::default()),
    "discard_message" app who => app.discard_message(who, MessageId(NOTHING)),
    "undo" app who => app.undo(who, UndoRequest { position: 1_000_000 }),
    "stop" app who => app.change_mode(who, ModeChange { kill_switch: Some(true), ..ModeChange::default() }),
    "start" app who => app.change_mode(who, ModeChange { kill_switch: Some(false), ..ModeChange::default() }),
    "board_mode" app who => app.change_mode(who, ModeChange { board: Some("off".into()), ..ModeChange::default() }),
    "booking_mode" app who => app.change_mode(who, ModeChange { booking: Some("auto".into()), ..ModeChange::default() }),
    "settings" app who => app.change_settings(who, settings()),
    "dead_tasks" app who => app.dead_tasks(who),
    "retry_task" app who => app.retry_task(who, NOTHING),
    "users" app who => app.users(who),
    "add_user" app who => app.add_user(who, user("csr")),
    "close_user" app who => app.close_user(who, UserId(NOTHING)),
    "reopen_user" app who => app.reopen_user(who, UserId(NOTHING)),
    "reset_password" app who => app.reset_password(who, UserId(NOTHING), new_password()),
    "add_owner" app who => app.add_user(who, user("owner")),
};

fn first() -> Acceptance {
    Acceptance { alternative: 0, moves: None }
}

fn window() -> ChosenWindow {
    let at = |instant: &str| instant.parse().unwrap();
    ChosenWindow { start: at("2026-06-04T16:00:00Z"), end: at("2026-06-04T18:00:00Z") }
}

fn another_window() -> RescheduleRequest {
    let ChosenWindow { start, end } = window();
    RescheduleRequest { start, end, message: None, message_confirmed: false, tell: None }
}

fn dismissal() -> Dismissal {
    Dismissal { state: "lost".to_owned(), reason: "went elsewhere".to_owned() }
}

fn outcome() -> Outcome {
    Outcome { outcome: "called back".to_owned() }
}

fn approve() -> ApprovalDecision {
    ApprovalDecision { decision: "approve".to_owned(), ..ApprovalDecision::default() }
}

fn moves() -> MovesRequest {
    let change = MoveInput::Unlock { appointment_id: NOTHING.to_string() };
    MovesRequest { moves: vec![change], override_reason: None }
}

fn settings() -> SettingsView {
    SettingsView {
        money_over_driving: 50,
        max_drive_minutes: 45,
        autolock_minutes: 60,
        change_budget: 6,
        reservation_minutes: 15,
    }
}

fn new_password() -> NewPassword {
    NewPassword { password: "a password of twelve".to_owned() }
}

fn user(role: &str) -> NewUser {
    let email = format!("{role}@example.com");
    NewUser {
        email,
        name: "New".to_owned(),
        role: role.to_owned(),
        password: "a password of twelve".to_owned(),
    }
}

pub(crate) async fn every_role_may_what_the_table_says(home: Home) {
    let house = House::new(home).await;
    let mut table = String::new();
    let mut people = Vec::new();
    for role in Role::ALL {
        people.push(house.who(role).await);
    }
    for (name, act) in USE_CASES {
        write!(table, "\n{name:<17}").unwrap();
        // The owner comes last, so that what is allowed to one stays undone for the next.
        let mut marks = Vec::new();
        for who in people.iter().rev() {
            let mark = match act(&house.app, who).await {
                Err(refused) if refused.kind == Kind::Forbidden => {
                    assert!(refused.detail.contains(role_name(who.user.role)), "{refused}");
                    '.'
                }
                Err(error) if matches!(error.kind, Kind::Internal | Kind::Unavailable) => panic!("{error}"),
                _ => 'x',
            };
            marks.push(mark);
        }
        table.extend(marks.into_iter().rev());
    }
    // Owner, manager, dispatcher, CSR, technician, read-only.
    let expected = "
board            xxxx.x
leads            xxxx.x
lead             xxxx.x
approvals        xxxx.x
visit            xxxx.x
ranking          xxxx.x
suggestion       xxxx.x
figures          xxxx.x
standing         xxxx.x
journal          xxxx.x
timeline         xxxx.x
live             xxxx.x
edit_lead        xxxx..
own_lead         xxxx..
reserve          xxxx..
release          xxxx..
book             xxxx..
dismiss          xxxx..
take_escalation  xxxx..
close_escalation xxxx..
decide_approval  xxx...
suggest          xxx...
accept           xxx...
make_moves       xxx...
preview_moves    xxx...
lock             xxx...
search           xxxx.x
visit_windows    xxxx.x
reschedule       xxx...
release_message  xxx...
discard_message  xxx...
undo             xxx...
stop             xxx...
start            xx....
board_mode       xx....
booking_mode     x.....
settings         xx....
dead_tasks       xx....
retry_task       xx....
users            xx....
add_user         xx....
close_user       xx....
reopen_user      xx....
reset_password   xx....
add_owner        x.....";
    assert_eq!(table, expected, "{table}");
    house.is_whole().await;
}
