use super::*;
use domain::job_type::ValueRange;
use domain::{BusinessHours, BusinessUnitId, CompanyId, JobType, Point, Settings, Trade, Urgency};

const REPAIR: JobTypeId = JobTypeId(1);
const TUNE_UP: JobTypeId = JobTypeId(2);
const ANA: TechnicianId = TechnicianId(1);
const BEN: TechnicianId = TechnicianId(2);
const NEW: TechnicianId = TechnicianId(9);

fn company() -> Company {
    let job_type = |id, typical| JobType {
        id,
        name: format!("type {id}"),
        trade: Trade::Hvac,
        unit: BusinessUnitId(1),
        skills: Vec::new(),
        duration: SignedDuration::from_mins(60),
        value: ValueRange {
            low: Cents::dollars(typical / 2),
            typical: Cents::dollars(typical),
            high: Cents::dollars(typical * 2),
        },
        urgency: Urgency::Routine,
        planned: true,
        words: Vec::new(),
    };
    Company {
        id: CompanyId(1),
        slug: "test".into(),
        name: "Test".into(),
        time_zone: "America/New_York".into(),
        phone: String::new(),
        shop: Point { lat: 40.0, lon: -83.0 },
        units: Vec::new(),
        hours: BusinessHours { week: [None; 7], closed: Vec::new() },
        zones: Vec::new(),
        skills: Vec::new(),
        job_types: vec![job_type(REPAIR, 400), job_type(TUNE_UP, 100)],
        windows: Vec::new(),
        settings: Settings::default(),
    }
}

fn done(job_type: JobTypeId, technician: TechnicianId, dollars: i64, minutes: i64) -> DoneJob {
    DoneJob {
        job_type,
        technician,
        value: Cents::dollars(dollars),
        worked: SignedDuration::from_mins(minutes),
        booked: Timestamp::UNIX_EPOCH,
        finished: Timestamp::UNIX_EPOCH,
    }
}

/// Jobs that spread evenly around their mean, from a fixed sequence.
fn history(jobs: i64, technician: TechnicianId, percent: i64) -> Vec<DoneJob> {
    let part = |index: i64| 50 + (index * 37) % 101;
    (0..jobs)
        .map(|index| {
            let (job_type, mean) = if index % 3 == 0 { (TUNE_UP, 120) } else { (REPAIR, 500) };
            done(job_type, technician, mean * percent * part(index) / 10_000, 60 * part(index) / 100)
        })
        .collect()
}

#[test]
fn without_history_the_catalogue_counts() {
    let model = Model::train(&[], &company());
    let forecast = model.value(REPAIR, ANA);
    assert_eq!(
        (forecast.low, forecast.expected, forecast.high),
        (Cents::dollars(200), Cents::dollars(400), Cents::dollars(800))
    );
    assert_eq!((forecast.n, forecast.n_technician), (0, 0));
    assert_eq!(forecast.reasons, ["no such job was done yet, so the catalogue's typical value counts"]);
    assert_eq!(model.duration(REPAIR, ANA).expected, SignedDuration::from_mins(60));
}

#[test]
fn a_known_effect_is_found_again() {
    let history = [history(600, ANA, 120), history(600, BEN, 80)].concat();
    let model = Model::train(&history, &company());
    let ratio = model.expected(REPAIR, ANA).0 * 100 / model.expected(REPAIR, BEN).0;
    assert!((144..=152).contains(&ratio), "120 % against 80 % is 150 %, found {ratio} %");
    let nobody = model.expected(REPAIR, NEW).0;
    assert!((49_000..=51_000).contains(&nobody), "{nobody}");
    assert!(model.value(REPAIR, ANA).reasons[1].contains("% more than others'"));
}

#[test]
fn a_small_sample_makes_no_hero() {
    let mut history = history(300, BEN, 100);
    history.extend([done(REPAIR, ANA, 2_000, 60); 3]);
    let model = Model::train(&history, &company());
    let (ana, nobody) = (model.expected(REPAIR, ANA).0, model.expected(REPAIR, NEW).0);
    assert!(ana > nobody, "three good jobs count a little");
    assert!(ana < nobody * 135 / 100, "but not four times as much: {ana} against {nobody}");
}

#[test]
fn eight_of_ten_past_jobs_lie_inside_the_interval() {
    let history = [history(500, ANA, 120), history(500, BEN, 80)].concat();
    let model = Model::train(&history, &company());
    let inside = history.iter().filter(|done| {
        let forecast = model.value(done.job_type, done.technician);
        forecast.low <= done.value && done.value <= forecast.high
    });
    let share = inside.count() * 100 / history.len();
    assert!((78..=83).contains(&share), "{share} %");
}

#[test]
fn without_sales_ranking_everybody_brings_the_same() {
    let history = [history(200, ANA, 150), history(200, BEN, 50)].concat();
    let model = Model::train(&history, &company()).without_sales_ranking();
    assert_eq!(model.expected(REPAIR, ANA), model.expected(REPAIR, BEN));
    assert_eq!(model.scaled(Cents(777), ANA), Cents(777));
    assert_eq!(model.value(REPAIR, ANA).reasons[1], "technicians are not ranked by what they bring");
}

#[test]
fn poor_histories_give_plain_answers() {
    for history in [
        vec![done(REPAIR, ANA, 0, 0); 3],
        vec![done(REPAIR, ANA, 0, 0); 300],
        vec![done(REPAIR, ANA, 900, 30); 300],
        vec![done(JobTypeId(77), ANA, 10, -5); 40],
        vec![DoneJob { value: Cents(i64::MAX), ..done(REPAIR, ANA, 0, 0) }; 4],
        vec![DoneJob { value: Cents(i64::MIN), ..done(REPAIR, ANA, 0, 0) }; 40],
    ] {
        let model = Model::train(&history, &company());
        for job_type in [REPAIR, TUNE_UP, JobTypeId(77), JobTypeId(78)] {
            let forecast = model.value(job_type, ANA);
            assert!(forecast.low <= forecast.expected && forecast.expected <= forecast.high, "{forecast:?}");
            let duration = model.duration(job_type, ANA);
            assert!(duration.low <= duration.expected && duration.expected <= duration.high, "{duration:?}");
        }
    }
}

#[test]
fn the_order_of_history_does_not_matter() {
    let mut history = [history(50, ANA, 120), history(70, BEN, 80)].concat();
    let forward = Model::train(&history, &company());
    history.reverse();
    let backward = Model::train(&history, &company());
    for (job_type, technician) in [(REPAIR, ANA), (TUNE_UP, BEN)] {
        assert_eq!(forward.value(job_type, technician), backward.value(job_type, technician));
        assert_eq!(forward.duration(job_type, technician), backward.duration(job_type, technician));
    }
}
