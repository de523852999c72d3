//! The committed sample company keeps every rule of the board on every day, and generation repeats itself.

use super::file::{Moment, PlaceRow};
use super::*;
use domain::board::StopKind;
use domain::{AppointmentState, Board, CompanyId, Placement, Span, TechnicianId, Timestamp, UserId};
use std::sync::{Arc, LazyLock};
use travel::{Drives, Ground as Roads};

static NETWORK: LazyLock<Arc<Network>> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../../samples/columbus-ohio.osm.pbf");
    Arc::new(Network::from_pbf(bytes).unwrap().network)
});

static COMMITTED: LazyLock<Sample> = LazyLock::new(|| {
    Sample::from_files(|name| {
        let bytes: &[u8] = match name {
            COMPANY => include_bytes!("../../../../samples/buckeye/company.json"),
            TECHNICIANS => include_bytes!("../../../../samples/buckeye/technicians.json"),
            CUSTOMERS => include_bytes!("../../../../samples/buckeye/customers.json"),
            BOARD => include_bytes!("../../../../samples/buckeye/board.json"),
            HISTORY => include_bytes!("../../../../samples/buckeye/history.json"),
            _ => return None,
        };
        Some(bytes.to_vec())
    })
    .unwrap()
});

const IDS: Ids = Ids { company: CompanyId(1), dispatcher: UserId(1), first: 1 };

fn records(today: civil::Date) -> Records {
    COMMITTED.materialise(today, IDS).unwrap()
}

fn drives(board: &Board) -> Drives {
    let mut drives = Drives::new(Roads::Roads(NETWORK.clone()));
    let visits = board.visits.iter().filter_map(|visit| visit.location.point);
    let people = board.technicians.iter().flat_map(|one| [one.start_point(), one.end_point()]);
    let events = board.events.iter().filter_map(|event| event.place);
    drives.add(&visits.chain(people).chain(events).collect::<Vec<_>>());
    drives
}

/// Everything that has a place stands firmly on it, so that the rules see all of it at once.
fn all_firm(mut board: Board, begun_too: bool) -> Board {
    for visit in &mut board.visits {
        let state = &mut visit.appointment.state;
        if let Some(placement) = state.busy()
            && (begun_too || state.is_open())
        {
            *state = AppointmentState::Assigned { placement };
        }
    }
    board
}

/// Every refusal of every visit on the schedule, in words.
fn refusals(board: &Board, drives: &dyn DriveTimes) -> Vec<String> {
    let on_schedule = board.visits.iter().filter_map(|visit| match visit.appointment.state {
        AppointmentState::Assigned { placement } => Some((visit, placement)),
        _ => None,
    });
    on_schedule
        .flat_map(|(visit, placement)| {
            let refused = board.judge_visit(visit.appointment.id, placement, drives);
            refused
                .into_iter()
                .map(move |refusal| format!("J{} at {}: {refusal}", visit.job.number, placement.start))
        })
        .collect()
}

fn days_after(today: civil::Date) -> impl Iterator<Item = civil::Date> {
    (0..=DAYS_AHEAD).map(move |day| today.checked_add(jiff::Span::new().days(day)).unwrap())
}

#[test]
fn every_day_keeps_every_rule_of_the_board() {
    for today in [civil::date(2026, 6, 1), civil::date(2026, 3, 8), civil::date(2026, 10, 30)] {
        let records = records(today);
        for date in days_after(today) {
            let before_work = Span::day(date, &records.company.zone_of_time()).unwrap().start();
            let board = all_firm(records.board(date, before_work).unwrap(), true);
            assert!(board.visits.len() > 15, "{date}");
            assert_eq!(refusals(&board, &drives(&board)), Vec::<String>::new(), "{date} of {today}");
        }
    }
}

#[test]
fn what_is_left_of_today_can_be_done_as_planned_with_the_tray_in_its_places() {
    for today in [civil::date(2026, 11, 21), civil::date(2026, 3, 8), civil::date(2026, 11, 1)] {
        let records = records(today);
        assert_eq!(records.now.to_zoned(records.company.zone_of_time()).time(), civil::time(9, 40, 0, 0));
        let board = all_firm(records.board(today, records.now).unwrap(), false);
        assert_eq!(refusals(&board, &drives(&board)), Vec::<String>::new(), "{today}");
    }
}

#[test]
fn what_has_no_place_in_the_tray_has_none_on_the_board() {
    let records = records(civil::date(2026, 6, 1));
    let board = records.board(civil::date(2026, 6, 1), records.now).unwrap();
    let drives = drives(&board);
    let homeless: Vec<_> = board
        .visits
        .iter()
        .filter(|visit| visit.appointment.state == (AppointmentState::Unassigned { provisional: None }))
        .collect();
    assert!(!homeless.is_empty());
    for visit in homeless {
        let kind = StopKind::Visit(visit.appointment.id);
        assert_eq!(board.provisional_place(kind, &visit.demand(), &drives), None, "J{}", visit.job.number);
    }
}

#[test]
fn no_technician_is_planned_in_two_places() {
    let records = records(civil::date(2026, 6, 1));
    let mut spans: Vec<(TechnicianId, Span)> =
        records.appointments.iter().filter_map(domain::Appointment::planned_span).collect();
    spans.extend(records.events.iter().map(|event| (event.technician, event.span)));
    spans.sort();
    for pair in spans.windows(2) {
        assert!(pair[0].0 != pair[1].0 || !pair[0].1.overlaps(&pair[1].1), "{pair:?}");
    }
}

#[test]
fn the_morning_is_told_without_contradiction() {
    let records = records(civil::date(2026, 6, 1));
    let mut latest: BTreeMap<TechnicianId, Timestamp> = BTreeMap::new();
    let mut today: Vec<_> = records
        .appointments
        .iter()
        .filter(|one| one.window.end() > records.now - SignedDuration::from_hours(5))
        .collect();
    today.sort_by_key(|one| one.state.busy().map(|at| at.start));
    let mut late = 0;
    for one in today {
        let Some(Placement { technician, start }) = one.state.placement() else { continue };
        let free = latest.get(&technician).copied().unwrap_or(Timestamp::MIN);
        match &one.state {
            AppointmentState::Done { arrived, finished, .. } => {
                assert!(free < *arrived && arrived < finished && *finished < records.now, "{one:?}");
                assert!(one.window.0.contains(*arrived), "{one:?}");
                latest.insert(technician, *finished);
            }
            AppointmentState::Working { arrived, .. } => {
                assert!(
                    free < *arrived && *arrived < records.now && one.window.0.contains(*arrived),
                    "{one:?}"
                );
                late += usize::from(*arrived > start + SignedDuration::from_mins(15));
                latest.insert(technician, records.now);
            }
            AppointmentState::Dispatched { at, .. } => {
                assert!(free < *at && *at < records.now, "{one:?}");
                late += usize::from(start < records.now);
                latest.insert(technician, records.now);
            }
            _ => assert!(start >= records.now, "{one:?}"),
        }
    }
    assert!((1..=2).contains(&late), "{late} are late");
}

#[test]
fn the_sample_company_is_as_big_as_promised() {
    let sample = &*COMMITTED;
    let technicians = &sample.technicians.technicians;
    assert_eq!(technicians.len(), 24);
    assert_eq!(technicians.iter().filter(|one| !one.managed).count(), 2);
    let off_today = |one: &&TechnicianRow| one.time_off.iter().any(|(day, _)| *day == 0);
    assert_eq!(technicians.iter().filter(off_today).count(), 1);
    assert!(technicians.iter().any(|one| !one.on_call.is_empty()));
    assert!(technicians.iter().any(|one| !one.zones.is_empty()));
    assert_eq!(sample.company.job_types.len(), 30);
    assert_eq!(sample.company.zones.len(), 12);

    let states =
        |day: i32| sample.board.visits.iter().filter(move |row| row.day == day).map(|row| &row.state);
    let count = |wanted: fn(&StateRow) -> bool| states(0).filter(|state| wanted(state)).count();
    assert_eq!(count(|state| matches!(state, StateRow::OnHold { .. })), 3);
    assert_eq!(count(|state| matches!(state, StateRow::Canceled { .. })), 1);
    assert_eq!(count(|state| matches!(state, StateRow::Unassigned { .. })), 11);
    assert_eq!(states(0).count() - 15, 110);
    for begun in [
        count(|state| matches!(state, StateRow::Done { .. })),
        count(|state| matches!(state, StateRow::Working { .. })),
        count(|state| matches!(state, StateRow::Dispatched { .. })),
        sample.board.visits.iter().filter(|row| row.lock.is_some()).count(),
    ] {
        assert!(begun >= 4, "{begun}");
    }
    assert!((80..=90).contains(&states(1).count()) && (20..=30).contains(&states(14).count()));
    assert!((1..14).all(|day| states(day).count() >= states(day + 1).count()), "bookings thin out");
    let first: Option<Moment> = sample.history.jobs.first().map(|job| (job.day, 0));
    assert_eq!(first, Some((-90, 0)));
    assert!(sample.history.jobs.len() > 5_000);
    let bytes: usize = sample.to_files().iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(bytes < 3_000_000, "{bytes} bytes");
}

#[test]
fn everybody_has_a_number_of_their_own() {
    let customers = &COMMITTED.customers.customers;
    let technicians = &COMMITTED.technicians.technicians;
    let phones: Vec<&str> = customers
        .iter()
        .map(|one| one.phone.as_str())
        .chain(technicians.iter().map(|one| one.phone.as_str()))
        .chain([COMMITTED.company.phone.as_str()])
        .collect();
    assert!(
        phones.iter().all(|phone| phone.len() == 12 && phone[5..].starts_with("55501")),
        "kept for fiction"
    );
    assert_eq!(phones.iter().collect::<std::collections::BTreeSet<_>>().len(), phones.len());
    let strangers = ["+1614", "+1380", "+1740"];
    let of_town = |one: &&CustomerRow| strangers.iter().any(|code| one.phone.starts_with(code));
    let known: Vec<&str> = customers.iter().filter(of_town).map(|one| one.name.as_str()).collect();
    assert_eq!(known, ["Harold Nakamura"]);
}

#[test]
fn files_that_are_read_and_written_again_are_the_same() {
    for (name, bytes) in COMMITTED.to_files() {
        let read: Sample = Sample::from_files(|wanted| {
            COMMITTED.to_files().into_iter().find(|(name, _)| *name == wanted).map(|(_, bytes)| bytes)
        })
        .unwrap();
        assert_eq!(read, *COMMITTED);
        assert!(bytes.ends_with(b"\n"), "{name}");
    }
}

#[test]
fn a_seed_gives_the_same_bytes_again_and_another_seed_gives_others() {
    let made = |seed| generate(seed, 8, &NETWORK).unwrap().to_files();
    let once = made(7);
    assert!(once == made(7));
    for ((name, bytes), (_, others)) in once.iter().zip(made(8)) {
        assert_eq!(*bytes == others, *name == COMPANY, "{name}");
    }
}

#[test]
fn a_company_of_another_size_keeps_the_rules_as_well() {
    let sample = generate(3, 12, &NETWORK).unwrap();
    let today = civil::date(2026, 6, 1);
    let records = sample.materialise(today, Ids { first: 5_000, ..IDS }).unwrap();
    let board = all_firm(records.board(today, records.now).unwrap(), false);
    assert!(board.visits.len() > 30);
    assert_eq!(refusals(&board, &drives(&board)), Vec::<String>::new());
    let places: Vec<PlaceRow> = sample.board.visits.iter().filter_map(|row| row.state.place()).collect();
    assert!(places.iter().all(|(technician, _)| *technician < 12));
}

#[test]
fn history_follows_the_truth_behind_it() {
    let history = &COMMITTED.history.jobs;
    let mean = |wanted: &dyn Fn(&file::PastJob) -> bool, figure: &dyn Fn(&file::PastJob) -> i64| {
        let figures: Vec<i64> = history.iter().filter(|job| wanted(job)).map(figure).collect();
        figures.iter().sum::<i64>() / figures.len() as i64
    };
    let worth = |job: &file::PastJob| job.value * 100 / COMMITTED.company.job_types[job.job_type].value.1;
    let took = |job: &file::PastJob| {
        i64::from(job.finished - job.arrived) * 100
            / i64::from(COMMITTED.company.job_types[job.job_type].minutes)
    };
    let sells = |low: i64, high: i64| {
        move |job: &file::PastJob| (low..high).contains(&people::truth(job.technician).0)
    };
    assert!(mean(&sells(115, 200), &worth) > mean(&sells(0, 95), &worth) + 15);
    let slow = |job: &file::PastJob| truth(job.technician, job.job_type, job.day).1 > 115;
    let quick = |job: &file::PastJob| truth(job.technician, job.job_type, job.day).1 < 95;
    assert!(mean(&slow, &took) > mean(&quick, &took) + 15);
    let of_cycle = |day: i32| history.iter().filter(|job| job.day.rem_euclid(7) == day).count();
    assert!(of_cycle(4) > of_cycle(6) * 5 / 4, "the weekly cycle shows");
}

#[test]
fn a_reference_to_nothing_is_refused_by_name() {
    let mut sample = COMMITTED.clone();
    sample.board.visits[0].customer = 99_999;
    let refused = sample.materialise(civil::date(2026, 6, 1), IDS).unwrap_err().to_string();
    assert_eq!(refused, "the sample company refers to customer 99999, which is not there");
}

#[test]
fn what_cannot_be_made_is_refused_in_a_sentence() {
    let missing = Sample::from_files(|_| None).unwrap_err().to_string();
    assert_eq!(missing, "the sample company lacks `company.json`");
    for asked in [0, 501] {
        let refused = generate(1, asked, &NETWORK).unwrap_err().to_string();
        assert_eq!(refused, format!("the sample company has 1 to 500 technicians, not {asked}"));
    }
}

#[test]
fn the_smallest_company_can_be_made() {
    for technicians in 1..=3 {
        let sample = generate(1, technicians, &NETWORK).unwrap();
        assert_eq!(sample.technicians.technicians.len(), technicians);
        sample.materialise(civil::date(2026, 6, 1), IDS).unwrap();
    }
}
