//! What a `trsp-1` file may not say.

use super::read;
use expect_test::{Expect, expect};

/// Two technicians, two jobs, three places.
const DAY: &str = r#"{
 "format":"trsp-1","name":"small","seed":7,"objective":{"unit":"cents","drive_cost_per_min":100},
 "locations":[{"lat":39.9,"lon":-82.9},{},{}],
 "matrix_s":[[0,600,700],[610,0,300],[710,310,0]],
 "technicians":[
  {"id":"t0","start":0,"end":0,"shift":[28800,61200],"skills":[1,2],"max_leg_s":null,
   "breaks":[{"duration":1800,"window":[39600,43200]}],"blocks":[{"start":30000,"end":33600,"location":null}]},
  {"id":"t1","start":0,"end":0,"shift":[28800,61200],"skills":[],"max_leg_s":2700,"breaks":[],"blocks":[]}],
 "jobs":[
  {"id":"j0","location":1,"duration":3600,"windows":[[28800,36000]],"skills":[1],"unassigned_penalty":4000},
  {"id":"j1","location":2,"duration":1800,"windows":[[36000,43200],[50000,51000]],"skills":[],
   "unassigned_penalty":0,"locked":{"tech":1,"start":null}}],
 "values":[[10000,0],[5000,6000]]}"#;

/// Reads the day with some words replaced.
fn check(from: &str, to: &str, expected: &Expect) {
    assert!(DAY.contains(from), "{from} is not in the day");
    let day = DAY.replacen(from, to, 1);
    let told = match read(day.as_bytes()) {
        Ok(day) => format!("{} jobs", day.jobs.len()),
        Err(wrong) => wrong.to_string(),
    };
    expected.assert_eq(&told);
}

#[test]
fn a_good_day_is_read() {
    check("", "", &expect!["2 jobs"]);
    check(r#","locked":{"tech":1,"start":null}"#, "", &expect!["2 jobs"]);
    check(r#""id":"t0""#, r#""id":12"#, &expect!["2 jobs"]);
}

#[test]
fn tables_have_the_size_of_their_lists() {
    check(
        "[710,310,0]]",
        "[710,310]]",
        &expect!["matrix_s[2]: row 2 has 2 entries, the rows before it have 3 at line 4 column 46"],
    );
    check(",[710,310,0]]", "]", &expect!["matrix_s: has 2 rows of 3, but there are 3 locations"]);
    check(r#",{},{}],"#, "],", &expect!["matrix_s: has 3 rows of 3, but there are 1 locations"]);
    check("[610,0,300]", "[610,5,300]", &expect!["matrix_s[1][1]: a drive from a place to itself takes 0 s"]);
    check(
        "[610,0,300]",
        "[610,0,-300]",
        &expect![
            "matrix_s[1][2]: invalid value: integer `-300`, expected a whole number from 0 at line 4 column 36"
        ],
    );
    check(
        "[610,0,300]",
        "[610,0,null]",
        &expect!["matrix_s[1][2]: invalid type: null, expected a whole number from 0 at line 4 column 36"],
    );
    check("[610,0,300]", "[610,0,4000000000]", &expect!["matrix_s[1][2]: a drive of more than 100000000 s"]);
    check("[610,0,300]", "[610,0,NaN]", &expect!["matrix_s[1][2]: is not JSON at line 4 column 33"]);
    check(
        "[[10000,0],[5000,6000]]",
        "[[10000,0]]",
        &expect!["values: has 1 rows of 2, but there are 2 jobs and 2 technicians"],
    );
    check(
        "[[10000,0],[5000,6000]]",
        "[[10000],[5000]]",
        &expect!["values: has 2 rows of 1, but there are 2 jobs and 2 technicians"],
    );
    check(
        "[[10000,0],[5000,6000]]",
        "[[10000,1e99],[5000,6000]]",
        &expect![
            "values[0][1]: invalid type: floating point `1e+99`, expected a whole number at line 13 column 22"
        ],
    );
}

#[test]
fn spans_end_after_they_start() {
    check(
        "[28800,61200]",
        "[79200,21600]",
        &expect![
            "technicians[0].shift: ends before it starts (21600 < 79200); a shift over midnight ends after 86400"
        ],
    );
    check("[28800,61200]", "[-5,61200]", &expect!["technicians[0].shift: -5 s lies before the day"]);
    check(
        "[28800,61200]",
        "[28800,61200,3]",
        &expect!["technicians[0].shift: trailing characters at line 6 column 53"],
    );
    check(
        "[39600,43200]",
        "[43200,39600]",
        &expect!["technicians[0].breaks[0].window: ends before it starts (39600 < 43200)"],
    );
    check(
        r#""start":30000,"end":33600"#,
        r#""start":33600,"end":30000"#,
        &expect!["technicians[0].blocks[0].end: ends before it starts (30000 < 33600)"],
    );
    check(
        "[50000,51000]",
        "[51000,50000]",
        &expect!["jobs[1].windows[1]: ends before it starts (50000 < 51000)"],
    );
    check(
        "[50000,51000]",
        "[50000,5100000000]",
        &expect!["jobs[1].windows[1]: 5100000000 s is too far away (at most 100000000)"],
    );
    check("[[28800,36000]]", "[]", &expect!["jobs[0].windows: is empty, so the service can never start"]);
}

#[test]
fn amounts_make_sense() {
    check(r#""duration":3600"#, r#""duration":-3600"#, &expect!["jobs[0].duration: -3600 is negative"]);
    check(
        r#""duration":3600"#,
        r#""duration":36.5"#,
        &expect![
            "jobs[0].duration: invalid type: floating point `36.5`, expected a whole number at line 10 column 41"
        ],
    );
    check(
        r#""duration":3600"#,
        r#""duration":"1h""#,
        &expect![[
            r#"jobs[0].duration: invalid type: string "1h", expected a whole number at line 10 column 41"#
        ]],
    );
    check(
        r#""duration":1800,"window""#,
        r#""duration":-1,"window""#,
        &expect!["technicians[0].breaks[0].duration: -1 is negative"],
    );
    check(
        r#""unassigned_penalty":4000"#,
        r#""unassigned_penalty":-1"#,
        &expect!["jobs[0].unassigned_penalty: -1 is negative"],
    );
    check(
        r#""max_leg_s":2700"#,
        r#""max_leg_s":-2700"#,
        &expect!["technicians[1].max_leg_s: -2700 is negative"],
    );
    check(
        r#""drive_cost_per_min":100"#,
        r#""drive_cost_per_min":-1"#,
        &expect!["objective.drive_cost_per_min: -1 is not a price from 0 to 1e9"],
    );
    check(
        r#""drive_cost_per_min":100"#,
        r#""drive_cost_per_min":1e400"#,
        &expect!["objective.drive_cost_per_min: number out of range at line 2 column 97"],
    );
}

#[test]
fn names_and_references_lead_somewhere() {
    check(
        r#""id":"t1""#,
        r#""id":"t0""#,
        &expect!["technicians[1].id: `t0` is the id of technicians[0] already"],
    );
    check(r#""id":"j1""#, r#""id":"j0""#, &expect!["jobs[1].id: `j0` is the id of jobs[0] already"]);
    check(
        r#""location":2"#,
        r#""location":3"#,
        &expect!["jobs[1].location: there is no location 3, the file has 3"],
    );
    check(
        r#""location":null"#,
        r#""location":9"#,
        &expect!["technicians[0].blocks[0].location: there is no location 9, the file has 3"],
    );
    check(
        r#""start":0,"end":0,"shift""#,
        r#""start":0,"end":5,"shift""#,
        &expect!["technicians[0].end: there is no location 5, the file has 3"],
    );
    check(
        r#""tech":1,"start":null"#,
        r#""tech":2,"start":null"#,
        &expect!["jobs[1].locked.tech: there is no technician 2, the file has 2"],
    );
    check(
        r#""tech":1,"start":null"#,
        r#""tech":1,"start":-6"#,
        &expect!["jobs[1].locked.start: -6 is negative"],
    );
    check(
        r#""unassigned_penalty":4000"#,
        r#""unassigned_penalty":4000,"allowed_techs":[0,7]"#,
        &expect!["jobs[0].allowed_techs[1]: there is no technician 7, the file has 2"],
    );
    check("trsp-1", "trsp-2", &expect!["format: `trsp-2` is not `trsp-1`"]);
    check(r#""name":"small","#, "", &expect!["file: missing field `name` at line 13 column 34"]);
}

#[test]
fn a_file_that_is_cut_anywhere_is_an_error_and_never_a_panic() {
    for length in 0..DAY.len() {
        assert!(read(&DAY.as_bytes()[..length]).is_err(), "cut at {length}");
    }
}
