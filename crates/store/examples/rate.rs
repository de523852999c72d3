//! How many changesets a second a database takes: `rate ADDRESS [SECONDS] [CALLERS] [COMPANIES]` on an empty one.
//!
//! Each changeset is what a web form writes: a lead, its contact, a task, a journal entry, and the look for a repeat. Callers wait for
//! the disk before they send the next one. Under `strace -f -e trace=fdatasync -e inject=fdatasync:delay_exit=2000` it
//! shows what is left on a disk with 2 ms a sync.
#![expect(clippy::print_stdout, reason = "it is a command")]

use domain::lead::{Sender, Status};
use domain::{
    Actor, Channel, CompanyId, ContactEvent, ContactEventId, Entry, EntryKind, Lead, LeadId, LeadState,
    Readings, SignedDuration, Timestamp,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};
use store::{Changeset, NewTask, OnlyIf, Store};

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().expect("the address of a database");
    let mut number = |usual: i64| arguments.next().map_or(usual, |text| text.parse().expect("a number"));
    let (seconds, callers, companies) = (number(5), number(64), number(1));
    let store = Store::open(&address).await.expect("the database opens");
    let ids = Arc::new(AtomicI64::new(1));
    let until = Instant::now() + Duration::from_secs(seconds.unsigned_abs());
    let work = (0..callers).map(|caller| {
        let (store, ids) = (store.clone(), Arc::clone(&ids));
        tokio::spawn(async move {
            let mut waits = Vec::new();
            while Instant::now() < until {
                let id = ids.fetch_add(1, Ordering::Relaxed);
                let start = Instant::now();
                store.commit(request(CompanyId(1 + caller % companies), id)).await.expect("it is written");
                waits.push(start.elapsed());
            }
            waits
        })
    });
    let mut waits = Vec::new();
    for caller in work.collect::<Vec<_>>() {
        waits.extend(caller.await.expect("a caller ends"));
    }
    waits.sort_unstable();
    let at = |percent: usize| waits[(waits.len() - 1) * percent / 100];
    let rate = waits.len() as i64 / seconds;
    println!("{rate} changesets a second, p50 {:?}, p99 {:?}, {callers} callers", at(50), at(99));
    store.close().await;
}

fn request(company: CompanyId, id: i64) -> Changeset {
    let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(id);
    let fingerprint = format!("request {id}");
    let status = Status { state: LeadState::New, since: now, by: Actor::Customer, why: "came in".to_owned() };
    let lead = Lead {
        id: LeadId(id),
        number: 0,
        channel: Channel::Form,
        received: now,
        last_contact: now,
        contacts: 1,
        fingerprint: fingerprint.clone(),
        status,
        owner: None,
        customer: None,
        location: None,
        readings: Readings::default(),
        point: None,
        triage: None,
        verdict: None,
    };
    let contact = ContactEvent {
        id: ContactEventId(id),
        lead: lead.id,
        channel: Channel::Form,
        received: now,
        raw: "Our furnace is out and it is getting cold, can somebody come this afternoon? ".repeat(4),
        turns: Vec::new(),
        sender: Sender::default(),
    };
    let entry =
        Entry::new(now, Actor::Customer, EntryKind::LeadReceived, "a request came in through the form")
            .about(domain::Subject::Lead(lead.id));
    let task = NewTask { kind: "triage".into(), key: None, payload: id.to_string(), run_at: now };
    let since = now - SignedDuration::from_mins(10);
    Changeset::new(company)
        .add(lead)
        .add(contact)
        .entry(entry)
        .task(task)
        .only_if(OnlyIf::NoLead { fingerprint, since })
}
