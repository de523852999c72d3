//! A house for every test: a small company in a database of its own, a clock that moves when it is told, and people
//! who are signed in.

#![allow(dead_code, unused_imports, reason = "each test binary uses the part it needs")]

mod home;

pub(crate) use home::{Home, Written};

use app::ports::{Clock, Messenger};
use app::sample::Sample;
use app::view::{FormRequest, LeadDetail, LeadSummary, ModeChange, NewUser, Received, SignIn};
use app::{App, Config, Error, Who, role_name};
use domain::{Board, CompanyId, LeadId, Message, Point, Role, SignedDuration, Span, Timestamp, civil};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use store::Store;
use tokio::runtime::{Builder, Handle, Runtime};
use travel::{Drives, Ground, Network};

/// The sample company always has this number.
pub(crate) const COMPANY: CompanyId = CompanyId(1);
/// The slug of the sample company.
pub(crate) const SLUG: &str = "buckeye";
/// A Wednesday without a change of clocks.
pub(crate) const TODAY: civil::Date = civil::date(2026, 6, 3);
/// Technicians of the small company; the first eight of the sample company, all of them heating and cooling people.
const TECHNICIANS: usize = 8;
const PASSWORD: &str = "seven green ladders";

/// The streets of Columbus.
pub(crate) static NETWORK: LazyLock<Arc<Network>> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../../samples/columbus-ohio.osm.pbf");
    Arc::new(Network::from_pbf(bytes).expect("the committed map is whole").network)
});

/// The company without its finished jobs and the customers that only they need.
pub(crate) static SMALL: LazyLock<Sample> = LazyLock::new(|| {
    let mut sample = app::sample::generate(11, TECHNICIANS, &NETWORK).expect("eight technicians have room");
    sample.history.jobs.clear();
    let last = sample.board.visits.iter().map(|visit| visit.customer).max().unwrap_or(0);
    sample.customers.customers.truncate(last + 1);
    sample
});

/// A clock that moves when it is told.
pub(crate) struct HandClock {
    at: Mutex<Timestamp>,
    trap: Mutex<Option<Trap>>,
}

/// What happens when the clock was looked at some times more.
struct Trap {
    looks: usize,
    spring: Box<dyn FnOnce() + Send>,
}

impl HandClock {
    pub(crate) fn at(start: Timestamp) -> HandClock {
        HandClock { at: Mutex::new(start), trap: Mutex::new(None) }
    }

    pub(crate) fn advance(&self, by: SignedDuration) {
        *self.at.lock().unwrap() += by;
    }

    pub(crate) fn set(&self, at: Timestamp) {
        *self.at.lock().unwrap() = at;
    }

    /// Does something in the middle of a use case: when it looks at the clock for the time after `looks` more.
    pub(crate) fn set_trap(&self, looks: usize, spring: impl FnOnce() + Send + 'static) {
        *self.trap.lock().unwrap() = Some(Trap { looks, spring: Box::new(spring) });
    }

    /// Takes the trap away; says whether it had sprung.
    pub(crate) fn clear_trap(&self) -> bool {
        self.trap.lock().unwrap().take().is_none()
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        let mut trap = self.trap.lock().unwrap();
        match &mut *trap {
            Some(Trap { looks: 0, .. }) => {
                let sprung = trap.take().expect("it was just there");
                drop(trap);
                (sprung.spring)();
            }
            Some(Trap { looks, .. }) => *looks -= 1,
            None => {}
        }
        *self.at.lock().unwrap()
    }
}

/// Hands every message over, and remembers none.
struct Handed;

impl Messenger for Handed {
    fn name(&self) -> &str {
        "test"
    }

    fn send(&self, _: &Message) -> Result<(), String> {
        Ok(())
    }
}

/// The running program on a database, seen by the people of the company.
pub(crate) struct House {
    pub(crate) home: Home,
    pub(crate) clock: Arc<HandClock>,
    pub(crate) app: App,
    /// What the program's own tasks run on; a kill ends them wherever they are.
    process: Option<Runtime>,
    sessions: HashMap<Role, String>,
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(process) = self.process.take() {
            process.shutdown_background();
        }
    }
}

impl House {
    /// The small company at 09:40 of [`TODAY`], nobody has asked for anything yet.
    pub(crate) async fn new(home: Home) -> House {
        House::of(home, &SMALL).await
    }

    pub(crate) async fn of(home: Home, sample: &Sample) -> House {
        let clock = Arc::new(HandClock::at(morning()));
        let (process, app) = start(&home, &clock).await;
        let demo = app.load_demo(sample, &[], TODAY).await.expect("an empty database takes the sample");
        let mut sessions = HashMap::new();
        for (_, role, link) in demo.links {
            sessions.insert(role, app.redeem_link(&link).await.expect("a fresh link signs in").token);
        }
        House { home, clock, app, process: Some(process), sessions }
    }

    /// A signed-in person of a role.
    pub(crate) async fn who(&self, role: Role) -> Who {
        let token = match self.sessions.get(&role) {
            Some(token) => token.clone(),
            None => self.hire(role).await,
        };
        self.app.session(&token).await.expect("the session is fresh")
    }

    async fn hire(&self, role: Role) -> String {
        let owner = self.app.session(&self.sessions[&Role::Owner]).await.unwrap();
        let name = role_name(role);
        let email = format!("{name}@buckeye.example");
        let new = NewUser {
            email: email.clone(),
            name: format!("The {name}"),
            role: name.to_owned(),
            password: PASSWORD.to_owned(),
        };
        if let Err(refused) = self.app.add_user(&owner, new).await {
            assert_eq!(refused.code, "taken", "{refused}");
        }
        let credentials = SignIn { email, password: PASSWORD.to_owned() };
        self.app.sign_in(credentials).await.expect("the password is right").token
    }

    /// What is spawned here is a part of the program and dies with it.
    pub(crate) fn process(&self) -> Handle {
        self.process.as_ref().expect("it runs").handle().clone()
    }

    /// Ends the program as a kill would: nothing is closed, transactions are torn. A moment later it runs again on the
    /// same database.
    pub(crate) async fn kill_and_restart(&mut self) {
        let process = self.process.take().expect("it runs");
        let killed = tokio::task::spawn_blocking(move || process.shutdown_timeout(Duration::from_secs(1)));
        killed.await.expect("a runtime ends");
        self.clock.advance(SignedDuration::from_secs(2));
        let (process, app) = start(&self.home, &self.clock).await;
        (self.process, self.app) = (Some(process), app);
    }

    /// Ends the program in peace.
    pub(crate) async fn close(&mut self) {
        self.app.close().await;
        if let Some(process) = self.process.take() {
            process.shutdown_background();
        }
    }

    /// Starts the program again after it was closed.
    pub(crate) async fn reopen(&mut self) {
        let (process, app) = start(&self.home, &self.clock).await;
        (self.process, self.app) = (Some(process), app);
    }

    /// What signs a person of a role in, for another process.
    pub(crate) async fn token(&mut self, role: Role) -> String {
        if !self.sessions.contains_key(&role) {
            let token = self.hire(role).await;
            self.sessions.insert(role, token);
        }
        self.sessions[&role].clone()
    }

    /// The same database through a store of our own.
    pub(crate) async fn store(&self) -> Store {
        Store::open(&self.home.address).await.expect("the program has it open too")
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Booking and board in other modes, as the owner signs them.
    pub(crate) async fn mode(&self, booking: Option<&str>, board: Option<&str>) {
        let owner = self.who(Role::Owner).await;
        let text = |mode: Option<&str>| mode.map(str::to_owned);
        let change = ModeChange { booking: text(booking), board: text(board), kill_switch: None };
        self.app.change_mode(&owner, change).await.expect("an owner may change modes");
    }

    /// Sends a form as the public page does.
    pub(crate) async fn send(&self, form: &Form<'_>) -> Result<Received, Error> {
        self.send_with_key(form, None).await
    }

    pub(crate) async fn send_with_key(&self, form: &Form<'_>, key: Option<&str>) -> Result<Received, Error> {
        let raw = form.raw();
        let request: FormRequest = serde_json::from_str(&raw).expect("it was just written");
        self.app.receive_form(SLUG, raw, request, key.map(str::to_owned)).await
    }

    /// Sends a form and lets the worker read it.
    pub(crate) async fn asked(&self, form: &Form<'_>) -> LeadDetail {
        let received = self.send(form).await.expect("a whole form is taken");
        assert!(!received.repeated, "{form:?}");
        self.app.work_all().await.expect("the worker works");
        self.named(&received.reference).await
    }

    /// A lead by the number people say.
    pub(crate) async fn named(&self, reference: &str) -> LeadDetail {
        let owner = self.who(Role::Owner).await;
        let line = self.line(reference).await;
        self.app.lead(&owner, line.id.parse().unwrap()).await.expect("it is in the list")
    }

    pub(crate) async fn line(&self, reference: &str) -> LeadSummary {
        let owner = self.who(Role::Owner).await;
        let leads = self.app.leads(&owner, "all").await.unwrap().leads;
        leads.into_iter().find(|lead| lead.reference == reference).expect("every lead is in the list")
    }

    /// Every day that can be booked, as it stands.
    pub(crate) async fn board(&self) -> Board {
        let store = self.store().await;
        let board = board_of(&store, self.now(), 21).await;
        store.close().await;
        board
    }

    /// What has to be true at the end of every test.
    pub(crate) async fn is_whole(&self) {
        let report = self.app.verify().await.expect("the database answers");
        assert_eq!(report.faults, Vec::<String>::new());
        assert!(report.entries > 0);
        let board = self.board().await;
        assert_eq!(overlaps(&board), Vec::<String>::new());
    }
}

/// Starts the program on a home, with threads of its own.
async fn start(home: &Home, clock: &Arc<HandClock>) -> (Runtime, App) {
    let process = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads");
    let (address, clock) = (home.address.clone(), clock.clone());
    let opening = process.spawn(async move { open(&Home::at(&address), &clock).await });
    let app = opening.await.expect("it opens");
    (process, app)
}

/// Opens the program on a home.
pub(crate) async fn open(home: &Home, clock: &Arc<HandClock>) -> App {
    open_with(home, clock.clone()).await
}

/// The same with a clock of another kind.
pub(crate) async fn open_with(home: &Home, clock: Arc<dyn Clock>) -> App {
    let config = Config {
        database: home.address.clone(),
        clock,
        network: Some(NETWORK.clone()),
        messenger: Arc::new(Handed),
        node: 1,
    };
    App::open(config).await.expect("the database can be opened")
}

/// 09:40 company time.
fn morning() -> Timestamp {
    TODAY.at(9, 40, 0, 0).in_tz("America/New_York").unwrap().timestamp()
}

/// The board of the days from yesterday to some days ahead.
pub(crate) async fn board_of(store: &Store, now: Timestamp, days: i32) -> Board {
    let day = SignedDuration::from_hours(24);
    let span = Span::new(now - day, now + day * days).unwrap();
    store.board(COMPANY, span, now).await.unwrap().expect("the company is there")
}

/// Everybody who is planned to be in two places at once, in words.
pub(crate) fn overlaps(board: &Board) -> Vec<String> {
    let visits = board.visits.iter().filter_map(|visit| {
        let (technician, span) = visit.appointment.planned_span()?;
        Some((technician, span, format!("J{}", visit.job.number)))
    });
    let events = board.events.iter().map(|event| (event.technician, event.span, event.title.clone()));
    let held = board.reservations.iter().filter(|held| held.is_held());
    let held = held.map(|held| (held.placement.technician, held.planned_span(), format!("R{}", held.id)));
    let mut spans: Vec<_> = visits.chain(events).chain(held).collect();
    spans.sort_by_key(|(technician, span, _)| (*technician, span.start()));
    let both = |pair: &[(_, Span, String)]| pair[0].0 == pair[1].0 && pair[0].1.overlaps(&pair[1].1);
    spans
        .windows(2)
        .filter(|pair| both(pair))
        .map(|pair| format!("{} and {}", pair[0].2, pair[1].2))
        .collect()
}

/// Drive times among all places of some boards.
pub(crate) fn drives_of(boards: &[&Board]) -> Drives {
    let mut drives = Drives::new(Ground::Roads(NETWORK.clone()));
    for board in boards {
        let visits = board.visits.iter().filter_map(|visit| visit.location.point);
        let ends = board.technicians.iter().flat_map(|one| [one.start_point(), one.end_point()]);
        let events = board.events.iter().filter_map(|event| event.place);
        let held = board.reservations.iter().map(|held| held.point);
        drives.add(&visits.chain(ends).chain(events).chain(held).collect::<Vec<Point>>());
    }
    drives
}

/// The number of a lead as the use cases take it.
pub(crate) fn id_of(lead: &LeadDetail) -> LeadId {
    lead.summary.id.parse().unwrap()
}

/// A form as a customer fills it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form<'a> {
    pub(crate) name: &'a str,
    pub(crate) phone: &'a str,
    pub(crate) address: &'a str,
    pub(crate) message: &'a str,
}

impl Form<'_> {
    pub(crate) fn raw(&self) -> String {
        serde_json::json!({
            "name": self.name,
            "phone": self.phone,
            "address": self.address,
            "message": self.message,
        })
        .to_string()
    }
}

/// A request that can be booked without a question.
pub(crate) const TUNE_UP: Form<'static> = Form {
    name: "Harold Nakamura",
    phone: "614-555-0131",
    address: "88 Deshler Ave, Columbus, OH 43206",
    message: "Our furnace needs its yearly furnace tune-up. Any day is fine.",
};

/// A request about the smell of gas.
pub(crate) const GAS: Form<'static> = Form {
    name: "Denise Maddox",
    phone: "614-555-0113",
    address: "519 Kossuth Street, Columbus, OH 43206",
    message: "There is a rotten egg smell in the kitchen by the furnace, please do a furnace tune-up.",
};
