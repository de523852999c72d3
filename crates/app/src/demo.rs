//! The demo: the sample company on today's date, with people who can sign in and requests that came in this morning.

use crate::App;
use crate::board::{Change, words_of};
use crate::error::{Error, Kind};
use crate::inbox::Contact;
use crate::sample::request::Request;
use crate::sample::{Ids, Records, Sample, SampleError};
use crate::simulation::{SimEvent, Simulation};
use domain::authority::Signature;
use domain::{
    Actor, Authority, BoardMode, CompanyId, Entry, EntryKind, Move, Role, Timestamp, User, UserId, civil,
};
use std::time::Duration;
use store::{Changeset, Record};
use tokio::sync::watch;

/// The sample company and the first of its records. Small numbers: they are the only ones not made by the clock.
const COMPANY: CompanyId = CompanyId(1);
const OWNER: UserId = UserId(1);
const DISPATCHER: UserId = UserId(2);
const CSR: UserId = UserId(3);

/// Records of one import step. Ours: few enough that a person's click between two steps is answered at once.
const STEP: usize = 250;

/// How often the simulated day is looked at.
const LOOK: Duration = Duration::from_millis(500);

/// A loaded demo.
#[derive(Debug, Clone)]
pub struct Demo {
    /// The company's name in web addresses.
    pub slug: String,
    /// One-time sign-in links: name, role, token.
    pub links: Vec<(String, Role, String)>,
    /// The finished jobs, to be written while people look around already.
    pub history: History,
}

/// Finished jobs that are not written yet.
#[derive(Debug, Clone, Default)]
pub struct History {
    steps: Vec<Vec<Record>>,
    at: Option<Timestamp>,
}

impl App {
    /// Writes the sample company as of `today`, or goes on with the one that is there.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer, a sample error in words.
    pub async fn load_demo(
        &self,
        sample: &Sample,
        requests: &[Request],
        today: civil::Date,
    ) -> Result<Demo, Error> {
        let mut history = History::default();
        if self.store.company(COMPANY).await?.is_none() {
            let ids = Ids { company: COMPANY, dispatcher: DISPATCHER, first: 1 };
            let records = sample.materialise(today, ids).map_err(|why| sample_error(&why))?;
            history = self.write_sample(records).await?;
            for request in requests {
                self.receive(COMPANY, contact(request, self.now())).await?;
            }
        }
        let company = self.company_of(COMPANY).await?.value;
        let mut links = Vec::new();
        for user in people() {
            let token = self.make_link(COMPANY, user.id).await?;
            links.push((user.name, user.role, token));
        }
        Ok(Demo { slug: company.slug, links, history })
    }

    /// Writes the finished jobs and learns from them.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn write_history(&self, history: History) -> Result<(), Error> {
        let Some(at) = history.at else { return Ok(()) };
        let count = history.steps.len();
        for (index, step) in history.steps.into_iter().enumerate() {
            let words = format!("history of the sample company, part {} of {count}", index + 1);
            self.import(step, at, words).await?;
        }
        self.learn(COMPANY).await.map(|_| ())
    }

    /// Lets the day run until it is told to stop: technicians move on, requests come in.
    pub async fn run_simulation(&self, mut day: Simulation, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            day = match self.simulate(day.clone()).await {
                Ok(after) => after,
                Err(error) => {
                    tracing::warn!(%error, "the simulated day stumbled and goes on");
                    day
                }
            };
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Makes everything that has happened since the last look.
    async fn simulate(&self, mut day: Simulation) -> Result<Simulation, Error> {
        let company = self.company_of(COMPANY).await?.value;
        let (board, _) = self.day_board(&company, None).await?;
        let ask =
            move |board: &domain::Board, drives: &dyn domain::DriveTimes, _: &crate::board::Forecasts<'_>| {
                let events = day.next_steps(board, drives, board.now);
                (day, events)
            };
        let (day, events) = self.ask(board, None, ask).await?;
        for event in events {
            match event {
                SimEvent::Advance(step) => self.advance(step).await?,
                SimEvent::Request(new) => {
                    let contact = Contact { received: new.at, ..contact(&new.request, new.at) };
                    self.receive(COMPANY, contact).await?;
                }
            }
        }
        Ok(day)
    }

    /// A technician's step. Somebody at the board may have been quicker: then it does not happen.
    async fn advance(&self, step: Move) -> Result<(), Error> {
        let company = self.company_of(COMPANY).await?.value;
        let moves = vec![step];
        let board = self.board_of_moves(&company, &moves).await?;
        let change = Change {
            by: Actor::Simulation,
            mode: None,
            overriding: None,
            kind: EntryKind::VisitAdvanced,
            words: words_of(&board, &moves, None),
            undoes: None,
            about: Vec::new(),
        };
        match self.change_board(board, moves, &change, Changeset::new(COMPANY)).await {
            Err(error) if error.kind != Kind::Refused => Err(error),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// When the last thing happened in the demo; none before it was loaded.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn last_demo_entry(&self) -> Result<Option<Timestamp>, Error> {
        Ok(self.store.journal_latest(COMPANY, 1).await?.first().map(|entry| entry.entry.at))
    }

    async fn write_sample(&self, records: Records) -> Result<History, Error> {
        let at = records.now;
        let mut company = records.company.clone();
        company.settings.board_mode = BoardMode::On(Authority::Approve);
        let name = people()[0].name.clone();
        let rules = authority::starter(1, Authority::Approve, Some(Signature { user: OWNER, name, at }));
        let mut first: Vec<Record> = vec![company.into(), rules.into()];
        first.extend(people().into_iter().map(Record::from));
        self.import(first, at, "Buckeye Home Services was set up".to_owned()).await?;
        let is_past = |index: &usize| {
            records.appointments[*index].window.end() < at && is_done_before(&records, *index, at)
        };
        let (past, board): (Vec<usize>, Vec<usize>) = (0..records.jobs.len()).partition(is_past);
        let jobs_of = |indexes: &[usize]| -> Vec<Record> {
            indexes
                .iter()
                .flat_map(|index| {
                    [records.jobs[*index].clone().into(), records.appointments[*index].clone().into()]
                })
                .collect()
        };
        let mut rest: Vec<Record> = records.technicians.iter().cloned().map(Record::from).collect();
        rest.extend(records.shifts.iter().cloned().map(Record::from));
        rest.extend(records.events.iter().cloned().map(Record::from));
        rest.extend(records.customers.iter().cloned().map(Record::from));
        rest.extend(records.locations.iter().cloned().map(Record::from));
        rest.extend(jobs_of(&board));
        for step in rest.chunks(STEP) {
            self.import(step.to_vec(), at, "sample records".to_owned()).await?;
        }
        Ok(History { steps: jobs_of(&past).chunks(STEP).map(<[Record]>::to_vec).collect(), at: Some(at) })
    }

    async fn import(&self, records: Vec<Record>, at: Timestamp, words: String) -> Result<(), Error> {
        let entry = Entry::new(at, Actor::System, EntryKind::Imported, words);
        let changes = records.into_iter().fold(Changeset::new(COMPANY).entry(entry), Changeset::add);
        self.commit(changes).await.map(|_| ())
    }
}

/// Whether a job belongs to the days before today.
fn is_done_before(records: &Records, index: usize, now: Timestamp) -> bool {
    let midnight = domain::Span::day(records.company.date(now), &records.company.zone_of_time());
    midnight.is_ok_and(|today| records.appointments[index].window.end() <= today.start())
}

/// Who works in the office of the sample company.
fn people() -> Vec<User> {
    let person = |id, name: &str, role| User {
        id,
        email: format!("{}@buckeye.example", name.split(' ').next().unwrap_or(name).to_lowercase()),
        name: name.to_owned(),
        role,
        technician: None,
        active: true,
    };
    vec![
        person(OWNER, "Dana Whitfield", Role::Owner),
        person(DISPATCHER, "Sam Okafor", Role::Dispatcher),
        person(CSR, "Riley Novak", Role::Csr),
    ]
}

/// A sample request as its channel would deliver it.
pub(crate) fn contact(request: &Request, start: Timestamp) -> Contact {
    Contact {
        channel: request.channel,
        raw: serde_json::to_string(request).expect("a request has string keys only"),
        turns: request.turns.clone(),
        sender: request.sender.clone(),
        received: request.received(start),
        idempotency_key: None,
    }
}

fn sample_error(why: &SampleError) -> Error {
    Error::internal(why, "sample".to_owned())
}
