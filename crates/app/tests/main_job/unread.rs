//! What nobody could read: it goes to a person, at the top.

use crate::house::{GAS, HandClock, Home, House, TUNE_UP, open_with};
use app::ports::Clock;
use domain::{Role, SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A clock that breaks while a lead is read.
struct BrokenClock {
    inner: Arc<HandClock>,
    asked: AtomicUsize,
}

impl Clock for BrokenClock {
    fn now(&self) -> Timestamp {
        // The worker asks once when it takes a task and then while it reads.
        assert_ne!(self.asked.fetch_add(1, Ordering::Relaxed), 1, "this clock breaks");
        self.inner.now()
    }
}

pub(crate) async fn what_cannot_be_read_goes_to_a_person(home: Home) {
    let house = House::new(home).await;
    let broken = Arc::new(BrokenClock { inner: house.clock.clone(), asked: AtomicUsize::new(2) });
    let app = open_with(&house.home, broken.clone()).await;
    let dangerous = house.send(&GAS).await.unwrap().reference;
    let try_once = async || {
        broken.asked.store(0, Ordering::Relaxed);
        app.work_once().await.expect("the worker goes on");
        house.clock.advance(SignedDuration::from_hours(3));
    };
    let lead = house.named(&dangerous).await;
    assert_eq!(lead.summary.state, "new");
    assert_eq!(lead.hazards[0].class, "gas", "the gate does not wait for a worker");
    assert!(lead.hazards[0].instruction.contains("911"));
    assert!(lead.escalation.unwrap().life_safety, "neither does the call for a person");
    try_once().await;
    let lead = house.named(&dangerous).await;
    assert_eq!(lead.summary.state, "emergency", "dangerous words do not wait for another try");
    assert_eq!(lead.hazards[0].class, "gas");
    app.work_all().await.unwrap();
    let lead = house.named(&dangerous).await;
    assert_eq!(
        (lead.summary.state.as_str(), lead.summary.who.as_str()),
        ("emergency", GAS.name),
        "read at last"
    );
    let escalations = lead.timeline.iter().filter(|entry| entry.kind == "escalated").count();
    assert_eq!(escalations, 2, "one call, and why it could not be read: {:?}", lead.timeline);

    let harmless = house.send(&TUNE_UP).await.unwrap().reference;
    for _ in 0..9 {
        let lead = house.named(&harmless).await;
        assert_eq!((lead.summary.state.as_str(), lead.escalation.is_none()), ("new", true));
        try_once().await;
    }
    is_not_read_and_at_the_top(&house, &harmless).await;
    // Whoever keeps the program running sees it, and lets it be tried again when the cause is gone.
    let manager = house.who(Role::Manager).await;
    let tasks = house.app.dead_tasks(&manager).await.unwrap();
    assert_eq!((tasks.len(), tasks[0].what.as_str(), tasks[0].attempts), (1, "reading L2", 9));
    assert_eq!(house.app.leads(&manager, "open").await.unwrap().given_up, 1);
    assert_eq!(house.app.given_up().await.unwrap().len(), 1);
    house.app.retry_task(&manager, tasks[0].id.parse().unwrap()).await.unwrap();
    broken.asked.store(2, Ordering::Relaxed);
    app.work_all().await.unwrap();
    let lead = house.named(&harmless).await;
    assert_eq!((lead.summary.state.as_str(), lead.summary.who.as_str()), ("awaiting_approval", TUNE_UP.name));
    assert!(lead.hazards.is_empty());
    assert!(lead.escalation.is_some(), "who was called closes it");
    assert_eq!(house.app.leads(&manager, "open").await.unwrap().given_up, 0);
    house.is_whole().await;
}

/// Nothing is known of it, so it is the most urgent of all, with all of its words.
async fn is_not_read_and_at_the_top(house: &House, reference: &str) {
    let lead = house.named(reference).await;
    assert_eq!(lead.summary.state, "emergency", "{}", lead.summary.why);
    assert!(lead.summary.why.starts_with("not read: treat as possibly dangerous"), "{}", lead.summary.why);
    assert_eq!(
        (lead.hazards[0].class.as_str(), lead.hazards[0].words.as_str()),
        ("not_read", TUNE_UP.message)
    );
    assert!(lead.hazards[0].instruction.contains("911"));
    assert_eq!(lead.person_only, ["not_read"]);
    let escalation = lead.escalation.unwrap();
    assert!(escalation.life_safety && escalation.reason.contains("not read"), "{}", escalation.reason);
    let owner = house.who(Role::Owner).await;
    let leads = house.app.leads(&owner, "open").await.unwrap().leads;
    assert!(leads.iter().take(2).any(|line| line.reference == reference), "the dangerous ones come first");
}

pub(crate) async fn words_that_kill_every_worker_go_to_a_person(home: Home) {
    let house = House::new(home).await;
    house.send(&TUNE_UP).await.unwrap();
    let store = house.store().await;
    // A worker that takes the task and never comes back.
    let lease = SignedDuration::from_mins(10);
    while store.claim(&["read_lead"], house.now(), lease).await.unwrap().is_some() {
        house.clock.advance(lease);
    }
    assert_eq!(house.named("L1").await.summary.state, "new");
    house.app.work_all().await.unwrap();
    is_not_read_and_at_the_top(&house, "L1").await;
    let again = house.named("L1").await.timeline.len();
    house.app.work_all().await.unwrap();
    assert_eq!(house.named("L1").await.timeline.len(), again, "once");
    store.close().await;
    house.is_whole().await;
}
