//! A small company for the tests of this crate.

use domain::{
    Area, BusinessHours, BusinessUnit, BusinessUnitId, Cents, Company, CompanyId, JobType, JobTypeId, Point,
    Settings, SignedDuration, Trade, Urgency, ValueRange, WindowPreset, Zone, ZoneId, civil,
};

/// Columbus, Ohio, with the kinds of work that the tests speak of.
pub(crate) fn company() -> Company {
    let hour = |hour| civil::time(hour, 0, 0, 0);
    let open = Some((hour(7), hour(19)));
    Company {
        id: CompanyId(1),
        slug: "buckeye".into(),
        name: "Buckeye Home Services".into(),
        time_zone: "America/New_York".into(),
        phone: "+16145550100".into(),
        shop: Point { lat: 39.96, lon: -82.99 },
        units: vec![BusinessUnit { id: BusinessUnitId(1), name: "Service".into() }],
        hours: BusinessHours { week: [open; 7], closed: vec![] },
        zones: vec![Zone { id: ZoneId(1), name: "Central".into(), area: Area::Zips(vec!["43201".into()]) }],
        skills: vec![],
        job_types: catalogue(),
        windows: vec![WindowPreset { from: hour(8), to: hour(10) }],
        settings: Settings::default(),
    }
}

fn catalogue() -> Vec<JobType> {
    use Trade::{Electrical, Hvac, Plumbing};
    use Urgency::{Routine, Urgent};
    let rows: &[(&str, Trade, Urgency, &[&str])] = &[
        (
            "No heat",
            Hvac,
            Urgent,
            &[
                "no heat",
                "furnace quit",
                "furnace not working",
                "furnace wont",
                "heat went out",
                "blowing cold air",
                "no calefaccion",
                "heater not working",
            ],
        ),
        (
            "No cooling",
            Hvac,
            Urgent,
            &["no ac", "ac not working", "ac not cooling", "air conditioner not working"],
        ),
        ("Furnace tune-up", Hvac, Routine, &["tune up", "tuneup", "furnace maintenance", "furnace check"]),
        (
            "System replacement quote",
            Hvac,
            Routine,
            &["new furnace", "replace furnace", "furnace replacement", "new system", "heat pump quote"],
        ),
        ("Clogged toilet", Plumbing, Urgent, &["toilet clogged", "clogged toilet", "toilet wont flush"]),
        (
            "Clogged drain",
            Plumbing,
            Routine,
            &[
                "drain clogged",
                "slow drain",
                "clogged sink",
                "sink clogged",
                "sink backed up",
                "drain is slow",
            ],
        ),
        ("Leak", Plumbing, Urgent, &["leak", "pipe burst", "dripping", "burst pipe", "fuga de agua"]),
        (
            "No hot water",
            Plumbing,
            Urgent,
            &["no hot water", "water heater not working", "water heater leaking", "sin agua caliente"],
        ),
        (
            "Water heater install",
            Plumbing,
            Routine,
            &["new water heater", "tankless", "replace water heater", "water heater install"],
        ),
        ("Flooding", Plumbing, Urgent, &["basement flooding", "basement flooded", "sump pump"]),
        (
            "Outlet or switch repair",
            Electrical,
            Routine,
            &["outlet not working", "dead outlet", "outlet", "light switch"],
        ),
        ("Breaker or panel", Electrical, Urgent, &["breaker tripping", "breaker trips", "panel"]),
        ("EV charger", Electrical, Routine, &["ev charger", "car charger", "tesla charger"]),
        ("Light fixture", Electrical, Routine, &["light fixture", "ceiling fan", "recessed lights"]),
    ];
    rows.iter()
        .zip(1..)
        .map(|((name, trade, urgency, words), id)| JobType {
            id: JobTypeId(id),
            name: (*name).to_owned(),
            trade: *trade,
            unit: BusinessUnitId(1),
            skills: vec![],
            duration: SignedDuration::from_mins(90),
            value: ValueRange { low: Cents(9_900), typical: Cents(28_000), high: Cents(120_000) },
            urgency: *urgency,
            planned: true,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        })
        .collect()
}
