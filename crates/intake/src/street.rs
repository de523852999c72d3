//! Words of street lines: kinds of street, directions, units, states.
//!
//! Source: USPS Publication 28, appendices B (states), C1 (street suffixes) and C2 (secondary units).

/// Kinds of street, as people say them and as they are written short.
const SUFFIXES: &[(&str, &str)] = &[
    ("street", "St"),
    ("st", "St"),
    ("str", "St"),
    ("avenue", "Ave"),
    ("ave", "Ave"),
    ("av", "Ave"),
    ("avenu", "Ave"),
    ("road", "Rd"),
    ("rd", "Rd"),
    ("drive", "Dr"),
    ("dr", "Dr"),
    ("lane", "Ln"),
    ("ln", "Ln"),
    ("court", "Ct"),
    ("ct", "Ct"),
    ("boulevard", "Blvd"),
    ("blvd", "Blvd"),
    ("place", "Pl"),
    ("pl", "Pl"),
    ("circle", "Cir"),
    ("cir", "Cir"),
    ("way", "Way"),
    ("terrace", "Ter"),
    ("ter", "Ter"),
    ("parkway", "Pkwy"),
    ("pkwy", "Pkwy"),
    ("pike", "Pike"),
    ("square", "Sq"),
    ("sq", "Sq"),
    ("alley", "Aly"),
    ("aly", "Aly"),
    ("trail", "Trl"),
    ("trl", "Trl"),
    ("highway", "Hwy"),
    ("hwy", "Hwy"),
    ("loop", "Loop"),
    ("run", "Run"),
    ("crossing", "Xing"),
    ("plaza", "Plz"),
    ("row", "Row"),
    ("path", "Path"),
    ("ridge", "Rdg"),
    ("point", "Pt"),
    ("cove", "Cv"),
    ("crescent", "Cres"),
    ("commons", "Cmns"),
    ("bend", "Bnd"),
    ("broadway", "Broadway"),
];
const DIRECTIONS: &[(&str, &str)] = &[
    ("n", "N"),
    ("s", "S"),
    ("e", "E"),
    ("w", "W"),
    ("ne", "NE"),
    ("nw", "NW"),
    ("se", "SE"),
    ("sw", "SW"),
    ("north", "N"),
    ("south", "S"),
    ("east", "E"),
    ("west", "W"),
    ("northeast", "NE"),
    ("northwest", "NW"),
    ("southeast", "SE"),
    ("southwest", "SW"),
];
const UNITS: &[(&str, &str)] = &[
    ("apt", "Apt"),
    ("apartment", "Apt"),
    ("unit", "Unit"),
    ("suite", "Ste"),
    ("ste", "Ste"),
    ("#", "#"),
    ("floor", "Fl"),
    ("fl", "Fl"),
    ("lot", "Lot"),
    ("bldg", "Bldg"),
    ("building", "Bldg"),
    ("rm", "Rm"),
    ("room", "Rm"),
    ("depto", "Apt"),
    ("apto", "Apt"),
    ("departamento", "Apt"),
    ("apartamento", "Apt"),
];
const STATES: &[(&str, &str)] = &[
    ("alabama", "AL"),
    ("alaska", "AK"),
    ("arizona", "AZ"),
    ("arkansas", "AR"),
    ("california", "CA"),
    ("colorado", "CO"),
    ("connecticut", "CT"),
    ("delaware", "DE"),
    ("florida", "FL"),
    ("georgia", "GA"),
    ("hawaii", "HI"),
    ("idaho", "ID"),
    ("illinois", "IL"),
    ("indiana", "IN"),
    ("iowa", "IA"),
    ("kansas", "KS"),
    ("kentucky", "KY"),
    ("louisiana", "LA"),
    ("maine", "ME"),
    ("maryland", "MD"),
    ("massachusetts", "MA"),
    ("michigan", "MI"),
    ("minnesota", "MN"),
    ("mississippi", "MS"),
    ("missouri", "MO"),
    ("montana", "MT"),
    ("nebraska", "NE"),
    ("nevada", "NV"),
    ("ohio", "OH"),
    ("oklahoma", "OK"),
    ("oregon", "OR"),
    ("pennsylvania", "PA"),
    ("tennessee", "TN"),
    ("texas", "TX"),
    ("utah", "UT"),
    ("vermont", "VT"),
    ("virginia", "VA"),
    ("wisconsin", "WI"),
    ("wyoming", "WY"),
    ("washington", "WA"),
];
const TWO_WORD_STATES: &[(&str, &str, &str)] = &[
    ("new", "york", "NY"),
    ("new", "jersey", "NJ"),
    ("new", "mexico", "NM"),
    ("new", "hampshire", "NH"),
    ("north", "carolina", "NC"),
    ("south", "carolina", "SC"),
    ("north", "dakota", "ND"),
    ("south", "dakota", "SD"),
    ("west", "virginia", "WV"),
    ("rhode", "island", "RI"),
];

/// The short form of a kind of street.
pub(crate) fn suffix(word: &str) -> Option<&'static str> {
    lookup(SUFFIXES, word)
}

/// The short form of a direction.
pub(crate) fn direction(word: &str) -> Option<&'static str> {
    lookup(DIRECTIONS, word)
}

/// The short form of a kind of unit.
pub(crate) fn unit(word: &str) -> Option<&'static str> {
    lookup(UNITS, word)
}

/// The two letters of a state said as one or two words, and how many words that took.
pub(crate) fn state(word: &str, next: &str) -> Option<(&'static str, usize)> {
    let two = TWO_WORD_STATES.iter().find(|(first, second, _)| *first == word && *second == next);
    two.map(|(.., code)| (*code, 2)).or_else(|| lookup(STATES, word).map(|code| (code, 1)))
}

/// Whether two letters are a state.
pub(crate) fn is_state_code(code: &str) -> bool {
    STATES.iter().any(|(_, known)| *known == code)
        || TWO_WORD_STATES.iter().any(|(.., known)| *known == code)
        || code == "DC"
}

fn lookup(list: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    list.iter().find(|(name, _)| *name == word).map(|(_, short)| *short)
}
