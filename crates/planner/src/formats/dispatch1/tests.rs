//! What a `dispatch-1` file may not say.

use super::rules::tests::text;
use crate::formats::dispatch1::read;
use expect_test::{Expect, expect};

/// Reads the small problem with some words replaced.
#[track_caller]
fn check(from: &str, to: &str, expected: &Expect) {
    let problem = text(
        "",
        r#""breaks":[{"duration_seconds":1800,"window":{"from":"2026-03-02T12:00:00-05:00","until":"2026-03-02T13:00:00-05:00"}}]"#,
        "",
    );
    assert!(problem.contains(from), "{from} is not in the problem");
    let told = match read(problem.replacen(from, to, 1).as_bytes()) {
        Ok(_) => "fine".to_owned(),
        // Columns move with every change of the sample.
        Err(wrong) => wrong.to_string().split(" at line").next().unwrap_or_default().to_owned(),
    };
    expected.assert_eq(&told);
}

#[test]
fn names_lead_somewhere() {
    check("", "", &expect!["fine"]);
    check("dispatch-1", "dispatch-2", &expect!["format: `dispatch-2` is not `dispatch-1`"]);
    check(
        "America/New_York",
        "America/Nowhere",
        &expect!["time_zone: there is no time zone `America/Nowhere`"],
    );
    check(
        r#""location":"site""#,
        r#""location":"moon""#,
        &expect!["jobs[0].location: there is no location `moon`"],
    );
    check(
        r#""start":"base""#,
        r#""start":"moon""#,
        &expect!["technicians[0].start: there is no location `moon`"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"skills":[{"skill":"magic"}]"#,
        &expect!["jobs[0].skills[0].skill: there is no skill `magic` in the catalogue"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"zone":"west""#,
        &expect!["jobs[0].zone: there is no zone `west` in the catalogue"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"never":["zoe"]"#,
        &expect!["jobs[0].never[0]: there is no technician `zoe`"],
    );
}

#[test]
fn who_may_come_can_come() {
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"only":[]"#,
        &expect!["jobs[0].only: is empty, so nobody may come; leave it out when everybody may"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"must":"ana","never":["ana"]"#,
        &expect!["jobs[0].must: `ana` must come and must not come"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"helpers":["ana"]"#,
        &expect![
            "jobs[0].helpers[0]: `ana` is managed; a visit has one managed technician, and helpers who are not"
        ],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"colour":"red""#,
        &expect![
            "jobs[0].colour: unknown field `colour`, expected one of `id`, `location`, `duration_seconds`, `windows`, `skills`, `zone`, `unit`, `urgency`, `asked`, `told`, `value_cents`, `values_cents`, `preferred`, `recent`, `never`, `only`, `must`, `helpers`, `lock`, `state`"
        ],
    );
    check(
        r#""id":"ben""#,
        r#""id":"ana""#,
        &expect!["technicians[1].id: `ana` is the id of technicians[0] already"],
    );
    check(
        r#""zones":["north","south"]"#,
        r#""zones":["north","north"]"#,
        &expect!["zones[1]: `north` stands in zones[0] already"],
    );
    check(
        r#"[{"id":"base"},"#,
        r#"[{"id":"site"},"#,
        &expect!["locations[1].id: `site` is the id of locations[0] already"],
    );
}

#[test]
fn amounts_make_sense() {
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":-3600"#,
        &expect!["jobs[0].duration_seconds: -3600 is negative"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":1e3"#,
        &expect!["jobs[0].duration_seconds: invalid type: floating point `1000.0`, expected a whole number"],
    );
    check(
        r#""duration_seconds":1800"#,
        r#""duration_seconds":-1"#,
        &expect!["technicians[0].breaks[0].duration_seconds: -1 is negative"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"value_cents":-5"#,
        &expect!["jobs[0].value_cents: -5 is negative"],
    );
    check(
        r#""duration_seconds":3600"#,
        r#""duration_seconds":3600,"skills":[{"skill":"gas","level":6}]"#,
        &expect!["jobs[0].skills[0].level: 6 is not a level from 1 to 5"],
    );
    check(
        r#""settings":{}"#,
        r#""settings":{"money_over_driving":101}"#,
        &expect!["settings.money_over_driving: 101 is not a share from 0 to 100"],
    );
    check(
        r#""settings":{}"#,
        r#""settings":{"business_hours":{"funday":{"opens":"08:00","closes":"17:00"}}}"#,
        &expect!["settings.business_hours.funday: is not a weekday such as `monday`"],
    );
    check(
        r#""settings":{}"#,
        r#""settings":{"business_hours":{"monday":{"opens":"08:00","closes":"25:00"}}}"#,
        &expect![
            "settings.business_hours.monday.closes: failed to parse two digit integer as hour: parameter 'hour' is not in the required range of 0..=23"
        ],
    );
}

#[test]
fn matrices_have_the_size_of_the_places() {
    check(
        "[[0,600],[600,0]]",
        "[[0,600]]",
        &expect!["travel.matrices[0].seconds: has 1 rows of 2, but there are 2 locations"],
    );
    check(
        "[[0,600],[600,0]]",
        "[[0,600],[600]]",
        &expect!["travel.matrices[0].seconds[1]: row 1 has 1 entries, the rows before it have 2"],
    );
    check(
        "[[0,600],[600,0]]",
        "[[1,600],[600,0]]",
        &expect!["travel.matrices[0].seconds[0][0]: a drive from a place to itself takes 0 s"],
    );
    check(
        "[[0,600],[600,0]]",
        "[[0,NaN],[600,0]]",
        &expect!["travel.matrices[0].seconds[0][1]: is not JSON"],
    );
    check(
        "[[0,600],[600,0]]",
        "[[0,-600],[600,0]]",
        &expect![
            "travel.matrices[0].seconds[0][1]: invalid value: integer `-600`, expected a whole number from 0"
        ],
    );
    check("[[0,600],[600,0]]", "[[0,null],[null,0]]", &expect!["fine"]);
}

#[test]
fn spans_end_after_they_start() {
    let shift = r#""until":"2026-03-02T17:00:00-05:00""#;
    check(
        shift,
        r#""until":"2026-03-02T07:00:00-05:00""#,
        &expect!["technicians[0].shifts[0]: ends before it starts"],
    );
    check(shift, r#""until":"2026-03-03T04:00:00-05:00""#, &expect!["fine"]);
    check(
        shift,
        r#""until":"2026-03-02T24:00:00-05:00""#,
        &expect![
            "technicians[0].shifts[0].until: failed to parse two digit integer as hour: parameter 'hour' is not in the required range of 0..=23"
        ],
    );
    check(
        shift,
        r#""until":"2026-03-02T17:00:00""#,
        &expect![
            "technicians[0].shifts[0].until: failed to find offset component, which is required for parsing a timestamp"
        ],
    );
    check(
        shift,
        r#""until":"2036-03-02T17:00:00-05:00""#,
        &expect!["technicians[0].shifts[0].until: 2036-03-02T22:00:00Z is more than 500 days from now"],
    );
    check(
        shift,
        r#""until":"2026-03-02T17:00:00.5-05:00""#,
        &expect!["technicians[0].shifts[0].until: 2026-03-02T22:00:00.5Z has parts of a second"],
    );
    check(
        r#""until":"2026-03-02T13:00:00-05:00""#,
        r#""until":"2026-03-02T11:00:00-05:00""#,
        &expect!["technicians[0].breaks[0].window: ends before it starts"],
    );
    check(
        r#""until":"2026-03-02T12:00:00-05:00""#,
        r#""until":"2026-03-02T10:00:00-05:00""#,
        &expect!["jobs[0].windows[0]: is empty: it ends when it starts"],
    );
}

#[test]
fn decisions_and_states_are_whole() {
    let with = |keys: &str, expected: &Expect| {
        check(r#""duration_seconds":3600"#, &format!(r#""duration_seconds":3600,{keys}"#), expected);
    };
    with(r#""lock":{}"#, &expect!["jobs[0].lock.technician: a lock names a technician, a start or a range"]);
    with(r#""lock":{"technician":"zoe"}"#, &expect!["jobs[0].lock.technician: there is no technician `zoe`"]);
    with(
        r#""lock":{"start":"2026-03-02T10:00:00Z","range":{"from":"2026-03-02T11:00:00Z","until":"2026-03-02T12:00:00Z"}}"#,
        &expect!["jobs[0].lock.start: lies outside of the range of the same lock"],
    );
    with(
        r#""state":{"is":"working","technician":"ana","start":"2026-03-02T10:00:00-05:00"}"#,
        &expect!["jobs[0].state.start: has begun, but later than now"],
    );
    with(
        r#""state":{"is":"done","technician":"ana","start":"2026-03-02T06:00:00-05:00","finished":"2026-03-02T05:00:00-05:00"}"#,
        &expect!["jobs[0].state.finished: ends before it starts"],
    );
    with(
        r#""state":{"is":"lost"}"#,
        &expect![
            "jobs[0].state.is: unknown variant `lost`, expected one of `unassigned`, `assigned`, `dispatched`, `working`, `paused`, `done`"
        ],
    );
    check(
        r#"}]}]}"#,
        r#"}]}],"links":[{"is":"crew","jobs":["J1"]}]}"#,
        &expect!["links[0].jobs: ties fewer than two jobs"],
    );
    check(
        r#"}]}]}"#,
        r#"}]}],"links":[{"is":"crew","jobs":["J1","J2"]}]}"#,
        &expect!["links[0].jobs[1]: there is no job `J2`"],
    );
}

#[test]
fn what_is_not_weighed_yet_is_refused() {
    let refused = |settings: &str| {
        let problem = text(settings, "", "");
        let request = crate::formats::answer::Request {
            problem: problem.as_bytes(),
            current: None,
            question: crate::formats::answer::Question::Plan,
            seed: 1,
            threads: 1,
            effort: crate::solver::Effort::Steps(1),
        };
        crate::formats::answer::answer(&request, &mut |_| {}).unwrap_err().to_string()
    };
    expect!["settings.waiting_cents_per_minute: a price of waiting is not supported yet"]
        .assert_eq(&refused(r#""waiting_cents_per_minute":5"#));
    expect!["settings.fairness: a fairness band is not supported yet"].assert_eq(&refused(
        r#""fairness":{"band_jobs":1,"cents_per_job":1,"band_seconds":1,"cents_per_hour":1}"#,
    ));
}
