//! From an address in words to a place on the map.
//!
//! Thin for now: the street is found by its name; the map of streets knows no house numbers, so the place is the
//! middle of the street and says so. A known customer's location is found before this is asked.

use domain::{Address, Point};
use std::collections::HashMap;

/// Streets by name.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Spelled-out name to the streets that bear it.
    full: HashMap<String, Vec<Point>>,
    /// Name without direction and kind of street; ambiguous ones are left out.
    bare: HashMap<String, Option<Vec<Point>>>,
}

/// A place that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    /// Where.
    pub point: Point,
    /// Whether the whole street name was recognised, with its direction and kind.
    pub whole_name: bool,
}

impl Places {
    /// The streets of a map.
    pub(crate) fn of(network: &travel::Network) -> Places {
        let mut places = Places::default();
        for street in network.streets() {
            let words = words(&street.name);
            places.full.entry(words.join(" ")).or_default().extend(&street.points);
            let bare = bare(&words).join(" ");
            places
                .bare
                .entry(bare)
                .and_modify(|known| *known = None)
                .or_insert_with(|| Some(street.points.clone()));
        }
        places
    }

    /// The place of an address; none when its street is not on the map or could be several.
    pub(crate) fn find(&self, address: &Address) -> Option<Found> {
        let street = street_words(&address.line);
        if street.is_empty() {
            return None;
        }
        if let Some(points) = self.full.get(&street.join(" ")) {
            return Some(Found { point: middle(points)?, whole_name: true });
        }
        let points = self.bare.get(&bare(&street).join(" "))?.as_ref()?;
        Some(Found { point: middle(points)?, whole_name: false })
    }
}

/// The words of the street in an address line: without house number, unit and what follows a comma.
fn street_words(line: &str) -> Vec<String> {
    let line = line.split(',').next().unwrap_or_default();
    let mut found: Vec<String> = words(line);
    if found.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()) && !is_ordinal(word)) {
        found.remove(0);
    }
    if let Some(unit) =
        found.iter().position(|word| matches!(word.as_str(), "apartment" | "unit" | "suite" | "#"))
    {
        found.truncate(unit);
    }
    found
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending))
}

/// Lower-case words, abbreviations spelled out as the United States Postal Service lists them (Publication 28).
fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase().replace('#', " # ");
    let pieces = lower.split(|c: char| c.is_whitespace() || matches!(c, '.' | ','));
    pieces.filter(|piece| !piece.is_empty()).map(|piece| spelled_out(piece).to_owned()).collect()
}

fn spelled_out(word: &str) -> &str {
    match word {
        "n" => "north",
        "s" => "south",
        "e" => "east",
        "w" => "west",
        "st" | "str" => "street",
        "ave" | "av" => "avenue",
        "rd" => "road",
        "dr" => "drive",
        "ln" => "lane",
        "ct" => "court",
        "pl" => "place",
        "blvd" => "boulevard",
        "pkwy" => "parkway",
        "cir" => "circle",
        "ter" => "terrace",
        "apt" => "apartment",
        "ste" => "suite",
        "first" => "1st",
        "second" => "2nd",
        "third" => "3rd",
        "fourth" => "4th",
        "fifth" => "5th",
        other => other,
    }
}

fn bare(words: &[String]) -> &[String] {
    let direction = |word: &String| matches!(word.as_str(), "north" | "south" | "east" | "west");
    let kind = |word: &String| {
        matches!(
            word.as_str(),
            "street"
                | "avenue"
                | "road"
                | "drive"
                | "lane"
                | "court"
                | "place"
                | "boulevard"
                | "parkway"
                | "circle"
                | "terrace"
                | "way"
        )
    };
    let mut rest = words;
    if rest.len() > 1 && direction(&rest[0]) {
        rest = &rest[1..];
    }
    if rest.len() > 1 && kind(&rest[rest.len() - 1]) {
        rest = &rest[..rest.len() - 1];
    }
    rest
}

/// The point nearest to the mean of all: on the street, and away from its ends.
fn middle(points: &[Point]) -> Option<Point> {
    let count = points.len() as f64;
    let mean = Point {
        lat: points.iter().map(|point| point.lat).sum::<f64>() / count,
        lon: points.iter().map(|point| point.lon).sum::<f64>() / count,
    };
    points.iter().copied().min_by(|a, b| a.distance_m(mean).total_cmp(&b.distance_m(mean)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_down_to_its_street() {
        for (line, street) in [
            ("1418 Summit St", "summit street"),
            ("77 E. Livingston Ave Apt 4, Columbus", "east livingston avenue"),
            ("204 N 4th St", "north 4th street"),
            ("4th St", "4th street"),
            ("12 Weber Rd #3", "weber road"),
            ("", ""),
        ] {
            assert_eq!(street_words(line).join(" "), street, "{line}");
        }
    }

    #[test]
    fn a_street_is_found_by_its_whole_name_or_when_only_one_bears_it() {
        let point = Point { lat: 40.0, lon: -83.0 };
        let mut places = Places::default();
        places.full.insert("summit street".into(), vec![point]);
        places.bare.insert("summit".into(), Some(vec![point]));
        places.bare.insert("4th".into(), None);
        let find = |line: &str| places.find(&Address { line: line.into(), ..Address::default() });
        assert_eq!(find("1418 Summit St"), Some(Found { point, whole_name: true }));
        assert_eq!(find("1418 summit"), Some(Found { point, whole_name: false }));
        assert_eq!(find("9 4th St"), None, "north or south?");
        assert_eq!(find("9 Nowhere Blvd"), None);
    }
}
