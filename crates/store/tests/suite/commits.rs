//! One changeset, one transaction.

use crate::home::Home;
use crate::sample::{
    ONE, TWO, assigned, at, booked, change, company, contact, customer, job, lead, rules, set_up, technician,
    visit,
};
use domain::{CompanyId, CustomerId, JobId, LeadId, Role, TechnicianId, User, UserId};
use std::collections::BTreeSet;
use store::{Changeset, CommitError, NewKey, Noun, OnlyIf, Store};

pub(crate) async fn a_record_comes_back_as_it_was_written(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let committed = store.commit(booked(ONE, 7, assigned(1, 60))).await.unwrap();
    assert_eq!(committed.position, 2);
    let found = store.location(ONE, domain::LocationId(7)).await.unwrap().unwrap();
    assert_eq!(found.value, crate::sample::location(7, 7), "every digit of the point is kept");
    assert_eq!(found.version, 2);
    assert_eq!(
        store.appointment(ONE, domain::AppointmentId(7)).await.unwrap().unwrap().value,
        visit(7, assigned(1, 60))
    );
    assert_eq!(store.customer(ONE, CustomerId(8)).await.unwrap(), None);
}

pub(crate) async fn a_record_that_changed_meanwhile_is_not_overwritten(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let read = store.technician(ONE, TechnicianId(1)).await.unwrap().unwrap();
    let mut renamed = read.value.clone();
    renamed.name = "Anna".into();
    store.commit(change(ONE).change(renamed.clone(), read.version)).await.unwrap();
    renamed.name = "Anne".into();
    let stale = CommitError::Stale { noun: Noun::Technician, id: 1 };
    let late = store.commit(change(ONE).change(renamed.clone(), read.version)).await;
    assert_eq!(late, Err(stale.clone()));
    let twice = store.commit(change(ONE).add(renamed.clone())).await;
    assert_eq!(twice, Err(stale), "what exists is not new");
    let nobody = store.commit(change(ONE).change(technician(9, "Zoe"), 99)).await;
    assert_eq!(
        nobody,
        Err(CommitError::Stale { noun: Noun::Technician, id: 9 }),
        "what is gone is not changed"
    );
    assert_eq!(store.technician(ONE, TechnicianId(1)).await.unwrap().unwrap().name, "Anna");
    assert_eq!(store.position(ONE).await.unwrap(), 2);
    let position = store.position(ONE).await.unwrap();
    store.commit(change(ONE).change(renamed, position)).await.unwrap();
}

pub(crate) async fn a_refused_changeset_leaves_nothing_behind(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let task = store::NewTask { kind: "triage".into(), key: None, payload: "1".into(), run_at: at(0) };
    let refused = booked(ONE, 5, assigned(1, 0))
        .add(technician(1, "Ana again"))
        .task(task)
        .send(domain::MessageId(3), at(0))
        .password(UserId(1), "hash");
    assert!(matches!(store.commit(refused).await, Err(CommitError::Stale { .. })));
    for table in ["customer", "location", "job", "appointment", "occupancy", "task", "outbox", "credential"] {
        assert_eq!(home.number(format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
    }
    assert_eq!(store.position(ONE).await.unwrap(), 1);
    assert!(store.rebuild(ONE).await.unwrap().is_equal());
}

pub(crate) async fn a_changeset_without_a_reason_is_refused(home: Home) {
    let store = home.open().await;
    let check = async |changeset: Changeset, says: &str| match store.commit(changeset).await {
        Err(CommitError::Invalid(words)) => assert!(words.contains(says), "{words}"),
        other => panic!("{other:?}"),
    };
    check(Changeset::new(ONE).add(company(ONE)), "without a journal entry").await;
    check(change(ONE).add(company(TWO)), "is written under").await;
    check(change(ONE).add(customer(3)).set(customer(3)), "written twice").await;
    check(change(ONE).add(customer(0)), "has no id").await;
    let mut endless = visit(1, assigned(1, 0));
    endless.duration = domain::SignedDuration::ZERO;
    check(change(ONE).add(endless), "has no duration").await;
    store.commit(Changeset::new(ONE)).await.unwrap();
}

pub(crate) async fn leads_and_jobs_are_numbered_in_the_transaction(home: Home) {
    let store = home.open().await;
    let first = store.commit(change(ONE).add(lead(10, "a")).add(lead(11, "b")).add(job(10))).await.unwrap();
    assert_eq!(first.number(Noun::Lead, 10), Some(1));
    assert_eq!(first.number(Noun::Lead, 11), Some(2));
    assert_eq!(first.number(Noun::Job, 10), Some(1));
    let mut imported = job(11);
    imported.number = 500;
    assert_eq!(store.commit(change(ONE).add(imported)).await.unwrap().numbers, vec![]);
    let next = store.commit(change(ONE).add(job(12))).await.unwrap();
    assert_eq!(next.number(Noun::Job, 12), Some(501), "the count goes on after an imported number");
    assert_eq!(store.commit(change(TWO).add(job(12))).await.unwrap().number(Noun::Job, 12), Some(1));
    assert_eq!(store.lead(ONE, LeadId(11)).await.unwrap().unwrap().number, 2);
    assert_eq!(store.job_by_number(ONE, 501).await.unwrap().unwrap().id, JobId(12));
    assert!(store.rebuild(ONE).await.unwrap().is_equal(), "the journal knows the numbers");
}

pub(crate) async fn a_hundred_commits_at_once_have_positions_without_gaps(home: Home) {
    let store = home.open().await;
    let commits = (1..=100).map(|id| {
        let store = store.clone();
        tokio::spawn(async move { store.commit(change(ONE).add(lead(id, "x")).add(contact(id, id))).await })
    });
    let mut positions = BTreeSet::new();
    for commit in commits.collect::<Vec<_>>() {
        positions.insert(commit.await.unwrap().unwrap().position);
    }
    assert_eq!(positions, (1..=100).collect());
    let numbers: BTreeSet<u32> = all_leads(&store, ONE).await.iter().map(|lead| lead.number).collect();
    assert_eq!(numbers, (1..=100).collect());
    assert!(store.verify_chain(ONE).await.unwrap().is_intact());
}

pub(crate) async fn two_programs_on_one_database_keep_one_order(home: Home) {
    let stores = [home.open().await, home.open().await];
    let mut commits = Vec::new();
    for id in 1..=60 {
        let store = stores[id as usize % 2].clone();
        let to = if id % 3 == 0 { TWO } else { ONE };
        commits.push(tokio::spawn(async move { store.commit(change(to).add(lead(id, "x"))).await }));
    }
    for commit in commits {
        commit.await.unwrap().unwrap();
    }
    for (company, entries) in [(ONE, 40), (TWO, 20)] {
        let report = stores[0].verify_chain(company).await.unwrap();
        assert!(report.is_intact(), "{:?}", report.faults);
        assert_eq!(report.entries, entries);
        assert!(stores[1].rebuild(company).await.unwrap().is_equal());
    }
}

pub(crate) async fn the_same_request_ten_times_at_once_is_one_lead(home: Home) {
    let stores = [home.open().await, home.open().await];
    let mut requests = Vec::new();
    for id in 1..=10 {
        let store = stores[id as usize % 2].clone();
        requests.push(tokio::spawn(async move { receive(&store, id).await }));
    }
    let mut leads = BTreeSet::new();
    for request in requests {
        leads.insert(request.await.unwrap());
    }
    assert_eq!(leads.len(), 1, "ten answers name one lead");
    let found = all_leads(&stores[0], ONE).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].contacts, 10);
    assert_eq!(stores[0].contacts(ONE, found[0].id).await.unwrap().len(), 10);
}

/// A new lead, or one more contact of the lead that is the same request: as `app` does it.
async fn receive(store: &Store, id: i64) -> LeadId {
    let same = OnlyIf::NoLead { fingerprint: "same".into(), since: at(-10) };
    let new = change(ONE).add(lead(id, "same")).add(contact(id, id)).only_if(same);
    let known = match store.commit(new).await {
        Ok(_) => return LeadId(id),
        Err(CommitError::DuplicateLead { lead }) => lead,
        Err(other) => panic!("{other}"),
    };
    loop {
        let read = store.lead(ONE, known).await.unwrap().unwrap();
        let mut lead = read.value;
        lead.contacts += 1;
        let repeat = change(ONE).add(contact(id, known.0)).change(lead, read.version);
        match store.commit(repeat).await {
            Ok(_) => return known,
            Err(CommitError::Stale { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
}

pub(crate) async fn an_idempotency_key_is_used_once(home: Home) {
    let store = home.open().await;
    let asked = |id: i64, request: &str| {
        let key = NewKey { key: "k".into(), request: request.into(), answer: id.to_string(), at: at(0) };
        change(ONE).add(lead(id, "x")).key(key)
    };
    store.commit(asked(1, "hash")).await.unwrap();
    let again = store.commit(asked(2, "other hash")).await;
    assert_eq!(again, Err(CommitError::DuplicateKey { request: "hash".into(), answer: "1".into() }));
    // Another company has keys of its own.
    let key = NewKey { key: "k".into(), request: "hash".into(), answer: "2".into(), at: at(0) };
    store.commit(Changeset::new(TWO).key(key)).await.unwrap();
    assert_eq!(all_leads(&store, ONE).await.len(), 1);
    // The earlier position must still be the last one.
    let since = change(ONE).add(lead(3, "x")).only_if(OnlyIf::NothingSince(1));
    store.commit(since.clone()).await.unwrap();
    assert_eq!(store.commit(since).await, Err(CommitError::Moved { position: 2 }));
}

pub(crate) async fn of_two_with_one_key_at_once_one_is_answered_by_the_other(home: Home) {
    let stores = [home.open().await, home.open().await];
    let mut tries = Vec::new();
    for id in 1..=10 {
        let store = stores[id as usize % 2].clone();
        let key = NewKey { key: "k".into(), request: "r".into(), answer: id.to_string(), at: at(0) };
        tries.push(tokio::spawn(async move {
            match store.commit(change(ONE).add(lead(id, "x")).key(key)).await {
                Ok(_) => id.to_string(),
                Err(CommitError::DuplicateKey { answer, .. }) => answer,
                Err(other) => panic!("{other}"),
            }
        }));
    }
    let mut answers = BTreeSet::new();
    for attempt in tries {
        answers.insert(attempt.await.unwrap());
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(all_leads(&stores[0], ONE).await.len(), 1);
}

pub(crate) async fn one_bad_changeset_does_not_spoil_its_neighbours(home: Home) {
    let store = home.open().await;
    let fault = if home.is_sqlite() {
        "CREATE TRIGGER fault BEFORE INSERT ON lead WHEN NEW.fingerprint = 'bad'
         BEGIN SELECT RAISE(ROLLBACK, 'the disk is on fire'); END"
    } else {
        "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'the disk is on fire'; END $$;
         CREATE TRIGGER fault BEFORE INSERT ON lead FOR EACH ROW WHEN (NEW.fingerprint = 'bad')
         EXECUTE FUNCTION fault()"
    };
    home.raw(fault).await.unwrap();
    let commits = (1..=40).map(|id| {
        let store = store.clone();
        let print = if id % 13 == 0 { "bad" } else { "good" };
        tokio::spawn(async move { store.commit(change(ONE).add(lead(id, print))).await })
    });
    let (mut good, mut bad) = (0, 0);
    for commit in commits.collect::<Vec<_>>() {
        match commit.await.unwrap() {
            Ok(_) => good += 1,
            Err(CommitError::Unavailable(why)) => {
                assert!(why.to_string().contains("on fire"), "{why}");
                bad += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((good, bad), (37, 3));
    let report = store.verify_chain(ONE).await.unwrap();
    assert!(report.is_intact(), "{:?}", report.faults);
    assert_eq!(report.entries, 37);
    assert!(store.rebuild(ONE).await.unwrap().is_equal());
}

pub(crate) async fn a_reader_by_position_never_skips_an_entry(home: Home) {
    let stores = [home.open().await, home.open().await];
    let commits: Vec<_> = (1..=80)
        .map(|id| {
            let store = stores[id as usize % 2].clone();
            tokio::spawn(async move { store.commit(change(ONE).add(lead(id, "x"))).await })
        })
        .collect();
    let mut last = 0;
    while last < 80 {
        for line in stores[0].journal_after(ONE, last, 7).await.unwrap() {
            assert_eq!(line.position, last + 1);
            last = line.position;
        }
        let board = stores[1].position(ONE).await.unwrap();
        assert!(board >= last, "what one process has read, the other has too");
    }
    for commit in commits {
        commit.await.unwrap().unwrap();
    }
}

pub(crate) async fn one_company_never_sees_anothers(home: Home) {
    let store = home.open().await;
    for of in [ONE, TWO] {
        store
            .commit(booked(of, 1, assigned(1, 60)).add(company(of)).add(technician(1, "Ana")))
            .await
            .unwrap();
        store.commit(change(of).add(lead(1, "same")).add(contact(1, 1)).add(rules(1, true))).await.unwrap();
    }
    let mut other = customer(1);
    other.name = "Only of two".into();
    store.commit(change(TWO).set(other).entry(why_two())).await.unwrap();
    assert_eq!(store.customer(ONE, CustomerId(1)).await.unwrap().unwrap().name, "Customer 1");
    assert_eq!(store.customers_by_phone(ONE, "+16145550001").await.unwrap().len(), 1);
    assert_eq!(store.contacts(ONE, LeadId(1)).await.unwrap().len(), 1);
    assert_eq!(store.journal_after(ONE, 0, 100).await.unwrap().len(), 2);
    let board = store.board(ONE, crate::sample::span(0, 600), at(0)).await.unwrap().unwrap();
    assert_eq!((board.visits.len(), board.technicians.len(), board.position), (1, 1, 2));
    assert_eq!(board.visits[0].customer.name, "Customer 1");
    assert!(store.board(CompanyId(3), crate::sample::span(0, 600), at(0)).await.unwrap().is_none());
    for of in [ONE, TWO] {
        assert!(store.rebuild(of).await.unwrap().is_equal());
    }
}

fn why_two() -> domain::Entry {
    crate::sample::why("renamed")
}

pub(crate) async fn every_commit_wakes_those_who_listen(home: Home) {
    let (here, there) = (home.open().await, home.open().await);
    let mut wakes = if home.is_sqlite() { here.wakes() } else { there.wakes() };
    if !home.is_sqlite() {
        // The other process listens a moment after it was opened.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    here.commit(Changeset::new(ONE)).await.unwrap();
    let committed = here.commit(change(ONE).add(lead(1, "x"))).await.unwrap();
    let wait = tokio::time::timeout(std::time::Duration::from_secs(10), wakes.recv());
    let wake = wait.await.expect("a wake-up comes").unwrap();
    assert_eq!((wake.company, wake.position), (ONE, committed.position));
}

pub(crate) async fn a_slug_an_email_and_a_number_belong_to_one(home: Home) {
    let store = home.open().await;
    let user = |id| User {
        id: UserId(id),
        email: "ann@example.com".into(),
        name: "Ann".into(),
        role: Role::Owner,
        technician: None,
        active: true,
    };
    assert!(store.has_no_users().await.unwrap());
    store.commit(change(ONE).add(company(ONE)).add(user(1))).await.unwrap();
    let taken = store.commit(change(ONE).add(user(2))).await;
    assert_eq!(taken, Err(CommitError::Taken { noun: Noun::User, id: 2 }));
    let mut copy = company(TWO);
    copy.slug = company(ONE).slug;
    assert_eq!(
        store.commit(change(TWO).add(copy)).await,
        Err(CommitError::Taken { noun: Noun::Company, id: 2 })
    );
    let numbered = |id| {
        let mut job = job(id);
        job.number = 7;
        job
    };
    store.commit(change(ONE).add(numbered(1))).await.unwrap();
    let twice = store.commit(change(ONE).add(numbered(2))).await;
    assert_eq!(twice, Err(CommitError::Taken { noun: Noun::Job, id: 2 }));
    store.commit(change(TWO).add(user(2))).await.unwrap();
    let found = store.users_by_email("ann@example.com").await.unwrap();
    assert_eq!(found.iter().map(|(of, user)| (of.0, user.id.0)).collect::<Vec<_>>(), [(1, 1), (2, 2)]);
    assert!(!store.has_no_users().await.unwrap());
    assert_eq!(store.company_by_slug("company-1").await.unwrap().unwrap().id, ONE);
}

pub(crate) async fn text_with_a_nul_is_kept(home: Home) {
    let store = home.open().await;
    let mut odd = contact(1, 1);
    odd.raw = "no\0heat \u{1F525} \u{202e}".into();
    let mut strange = lead(1, "finger\0print");
    strange.status.why = "nul \0".into();
    store.commit(change(ONE).add(strange.clone()).add(odd.clone())).await.unwrap();
    assert_eq!(store.contacts(ONE, LeadId(1)).await.unwrap()[0].value, odd);
    let read = store.lead(ONE, LeadId(1)).await.unwrap().unwrap();
    assert_eq!(read.fingerprint, strange.fingerprint);
    assert!(store.verify_chain(ONE).await.unwrap().is_intact());
}

async fn all_leads(store: &Store, of: CompanyId) -> Vec<store::Stored<domain::Lead>> {
    store.leads(of, store::LeadFilter { limit: 1_000, ..Default::default() }).await.unwrap()
}
