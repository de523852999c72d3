//! The journal: intact or found out.

use crate::home::Home;
use crate::sample::{
    ONE, assigned, at, booked, change, customer, event, lead, placement, reservation, set_up, technician,
    visit, why,
};
use domain::{AppointmentState, EventId, HoldReason, LeadId, Subject};
use store::{CommitError, Expect, Put, Remove, Store};

/// A company with twelve entries.
async fn twelve(home: &Home) -> Store {
    let store = home.open().await;
    set_up(&store).await;
    for id in 1..=10 {
        let entry = why("a lead came in").about(Subject::Lead(LeadId(id)));
        store.commit(change(ONE).add(lead(id, "x")).entry(entry)).await.unwrap();
    }
    store
}

/// Takes away the triggers that keep the journal as it is, as somebody who owns the database can.
async fn unseal(home: &Home) {
    for trigger in ["journal_update", "journal_delete"] {
        let on = if home.is_sqlite() { "" } else { " ON journal" };
        home.raw(format!("DROP TRIGGER {trigger}{on}")).await.unwrap();
    }
}

pub(crate) async fn the_database_refuses_to_rewrite_the_journal(home: Home) {
    let store = twelve(&home).await;
    for sql in
        ["UPDATE journal SET at = at + 1 WHERE position = 5", "DELETE FROM journal WHERE position = 21"]
    {
        let refused = home.raw(sql).await.unwrap_err();
        assert!(refused.contains("append-only"), "{refused}");
    }
    assert_eq!(faults(&store).await, Vec::<String>::new());
}

async fn faults(store: &Store) -> Vec<String> {
    store.verify_chain(ONE).await.unwrap().faults
}

pub(crate) async fn an_intact_chain_is_found_intact(home: Home) {
    let store = twelve(&home).await;
    let report = store.verify_chain(ONE).await.unwrap();
    assert!(report.is_intact(), "{:?}", report.faults);
    assert_eq!(report.entries, 21);
    assert_eq!(report.head, store.chain_head(ONE).await.unwrap());
    assert_eq!(report.head.hash.len(), 64);
    assert_eq!(store.verify_chain(domain::CompanyId(9)).await.unwrap().entries, 0);
}

pub(crate) async fn a_changed_byte_is_found(home: Home) {
    let store = twelve(&home).await;
    unseal(&home).await;
    let tampered = [
        ("body", "came", "cane", "entry 7 was changed"),
        ("changes", "came in", "cane in", "entry 6 was changed"),
        ("changes", "\"form\"", "\"call\"", "entry 6 was changed"),
    ];
    for (column, from, to, fault) in tampered {
        let swap = |from: &str, to: &str| {
            format!(
                "UPDATE journal SET {column} = replace({column}, '{from}', '{to}') WHERE position IN (6, 7)"
            )
        };
        home.raw(swap(from, to)).await.unwrap();
        assert_eq!(faults(&store).await, [fault]);
        home.raw(swap(to, from)).await.unwrap();
        assert_eq!(faults(&store).await, Vec::<String>::new());
    }
    home.raw("UPDATE journal SET at = at + 1 WHERE position = 5").await.unwrap();
    assert_eq!(faults(&store).await, ["entry 5 was changed"]);
    home.raw("UPDATE journal SET at = at - 1 WHERE position = 5").await.unwrap();
    home.raw("UPDATE journal SET hash = prev_hash WHERE position = 5").await.unwrap();
    assert_eq!(faults(&store).await, ["entry 5 was changed", "entry 6 does not follow the one before it"]);
}

pub(crate) async fn a_dropped_entry_is_found(home: Home) {
    let store = twelve(&home).await;
    unseal(&home).await;
    home.raw("DELETE FROM journal WHERE position = 8").await.unwrap();
    let found = faults(&store).await;
    assert_eq!(found, ["entries between 7 and 9 are missing", "entry 9 does not follow the one before it"]);
}

pub(crate) async fn a_cut_tail_is_found(home: Home) {
    let store = twelve(&home).await;
    unseal(&home).await;
    home.raw("DELETE FROM journal WHERE position > 18").await.unwrap();
    assert_eq!(faults(&store).await, ["the journal ends at 18, its head says 21"]);
}

pub(crate) async fn two_swapped_entries_are_found(home: Home) {
    let store = twelve(&home).await;
    unseal(&home).await;
    for (from, to) in [(5, 500), (6, 5), (500, 6)] {
        home.raw(format!("UPDATE journal SET position = {to} WHERE position = {from}")).await.unwrap();
    }
    assert!(faults(&store).await.len() >= 2);
}

pub(crate) async fn a_timeline_tells_what_happened_to_one_thing(home: Home) {
    let store = twelve(&home).await;
    let about = Subject::Lead(LeadId(4));
    store.commit(change(ONE).entry(why("and was called back").about(about))).await.unwrap();
    let told = store.timeline(ONE, about).await.unwrap();
    let words: Vec<_> = told.iter().map(|line| line.entry.reason.as_str()).collect();
    assert_eq!(words, ["a lead came in", "and was called back"]);
    assert_eq!(store.journal_at(ONE, told[1].position).await.unwrap().unwrap(), told[1]);
    assert_eq!(store.journal_latest(ONE, 1).await.unwrap()[0], told[1]);
    let after = store.journal_after(ONE, 20, 2).await.unwrap();
    assert_eq!(after.iter().map(|line| line.position).collect::<Vec<_>>(), [21, 22]);
}

/// A small generator: the same numbers every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % most as u64) as i64
    }
}

pub(crate) async fn the_state_can_be_rebuilt_after_random_edits(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let (mut chance, mut done, mut refused) = (Chance(2026), 0, 0);
    for _ in 0..300 {
        let mut edit = change(ONE);
        for _ in 0..=chance.below(2) {
            edit.puts.push(random_put(&mut chance));
        }
        if chance.below(6) == 0 {
            edit = edit.remove(Remove::Event(EventId(1 + chance.below(6))));
        }
        match store.commit(edit).await {
            Ok(_) => done += 1,
            Err(CommitError::Overlap { .. } | CommitError::Stale { .. } | CommitError::Invalid(_)) => {
                refused += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert!(done > 60 && refused > 30, "{done} edits done, {refused} refused");
    let report = store.rebuild(ONE).await.unwrap();
    assert_eq!(report.differences, Vec::<String>::new());
    assert!(report.records > 20);
    assert_eq!(report.position, store.position(ONE).await.unwrap());
    assert!(store.verify_chain(ONE).await.unwrap().is_intact());
}

fn random_put(chance: &mut Chance) -> Put {
    let (id, technician_id, start) = (1 + chance.below(12), 1 + chance.below(2), chance.below(40) * 30);
    let record = match chance.below(7) {
        0 => customer(id).into(),
        1 => technician(technician_id, "renamed").into(),
        2 => event(1 + id % 6, technician_id, start, start + 30).into(),
        3 => reservation(id, 1, technician_id, start).into(),
        4 => visit(id, AppointmentState::OnHold { reason: HoldReason::Permit, since: at(start) }).into(),
        5 => visit(id, AppointmentState::Unassigned { provisional: Some(placement(technician_id, start)) })
            .into(),
        _ => visit(id, assigned(technician_id, start)).into(),
    };
    let expect = if chance.below(10) == 0 { Expect::New } else { Expect::Any };
    Put { record, expect }
}

pub(crate) async fn a_row_changed_around_the_program_is_found(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.commit(booked(ONE, 1, assigned(1, 0))).await.unwrap();
    let check = async |sql: &str, difference: &str, back: &str| {
        home.raw(sql).await.unwrap();
        let found = store.rebuild(ONE).await.unwrap().differences;
        assert!(found.iter().any(|line| line == difference), "{found:?}");
        home.raw(back).await.unwrap();
        assert!(store.rebuild(ONE).await.unwrap().is_equal());
    };
    check(
        "UPDATE technician SET body = replace(body, 'Ana', 'Eve') WHERE id = 1",
        "technician 1 differs from the journal",
        "UPDATE technician SET body = replace(body, 'Eve', 'Ana') WHERE id = 1",
    )
    .await;
    check(
        "UPDATE occupancy SET ends = ends + 1",
        "the planned span of appointment 1 differs from the journal",
        "UPDATE occupancy SET ends = ends - 1",
    )
    .await;
    check(
        "UPDATE job SET id = 77 WHERE id = 1",
        "job 77 is not in the journal",
        "UPDATE job SET id = 1 WHERE id = 77",
    )
    .await;
}
