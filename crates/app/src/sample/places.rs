//! Customers on real streets, at invented house numbers.

use super::SampleError;
use super::chance::Chance;
use super::file::CustomerRow;
use super::ground::{self, Spot};
use super::people;
use domain::{CustomerClass, Point};
use std::collections::BTreeSet;
use travel::{Network, RoadClass};

/// A door: a street and a place on it.
#[derive(Debug, Clone)]
pub(super) struct Door {
    pub(super) street: String,
    pub(super) at: Spot,
    pub(super) zone: usize,
}

/// The doors of a town, drawn one after the other and never twice.
pub(super) struct Doors {
    left: Vec<Door>,
}

impl Doors {
    /// Doors along the residential streets of a network, in an order that the chance decides.
    ///
    /// # Errors
    /// When there are fewer than `least` of them in the zones.
    pub(super) fn of(network: &Network, least: usize, chance: &mut Chance) -> Result<Doors, SampleError> {
        let streets = network
            .streets()
            .iter()
            .filter(|street| street.class == RoadClass::Residential && reads_like_a_street(&street.name));
        let mut seen = BTreeSet::new();
        let mut left: Vec<Door> = Vec::new();
        for street in streets {
            for point in &street.points {
                let at = spot(*point);
                if let Some(zone) = ground::zone_at(at)
                    && seen.insert(at)
                {
                    left.push(Door { street: street.name.clone(), at, zone });
                }
            }
        }
        if left.len() < least {
            return Err(SampleError::TooFewStreets { found: left.len(), needed: least });
        }
        chance.shuffle(&mut left);
        Ok(Doors { left })
    }

    /// The next door anywhere.
    pub(super) fn next(&mut self) -> Option<Door> {
        self.left.pop()
    }

    /// The next door in a zone, or anywhere when the zone has none left.
    pub(super) fn next_in(&mut self, zone: usize) -> Option<Door> {
        match self.left.iter().rposition(|door| door.zone == zone) {
            Some(found) => Some(self.left.remove(found)),
            None => self.next(),
        }
    }
}

/// The member of request 17, who asks for a visit at the "same address as always"; none when the map lacks the street.
pub(super) fn known_member(network: &Network) -> Option<CustomerRow> {
    let street = network.streets().iter().find(|street| street.name == "Deshler Avenue")?;
    // House numbers grow to the east from High Street, and 88 is a low one.
    let at = street.points.iter().map(|point| spot(*point)).min_by_key(|at| at.1)?;
    Some(CustomerRow {
        name: "Harold Nakamura".to_owned(),
        phone: "+16145550108".to_owned(),
        email: Some("hnakamura@example.com".to_owned()),
        class: CustomerClass::Member,
        line: "88 Deshler Avenue".to_owned(),
        zip: "43206".to_owned(),
        at,
        zone: ground::zone_at(at)?,
        access: "Filter 16x25x4".to_owned(),
    })
}

/// A customer at a door.
pub(super) fn customer(door: Door, phone: String, chance: &mut Chance) -> CustomerRow {
    let name = people::name(chance);
    let email = chance.percent(70).then(|| {
        let short: String = name.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
        format!("{short}{}@example.{}", chance.between(1, 99), chance.pick(&["com", "net", "org"]))
    });
    let unit = if chance.percent(8) { format!(" Apt {}", chance.between(1, 12)) } else { String::new() };
    CustomerRow {
        phone,
        email,
        class: if chance.percent(24) { CustomerClass::Member } else { CustomerClass::New },
        line: format!("{} {}{unit}", chance.between(101, 3_999), door.street),
        zip: ground::zip_at(door.at),
        at: door.at,
        zone: door.zone,
        access: if chance.percent(16) { (*chance.pick(&ACCESS)).to_owned() } else { String::new() },
        name,
    }
}

const ACCESS: [&str; 12] = [
    "Dog in the yard, call first",
    "Side door, the bell does not work",
    "Gate code 4471#",
    "Park in the alley",
    "Key in the lockbox, code from the office",
    "Tenant is home, owner pays",
    "Basement entrance at the back",
    "Please take shoes off",
    "No parking in front until 10",
    "Two cats, keep the door shut",
    "Call when on the way",
    "Hard of hearing, knock loudly",
];

/// To the grid of the files.
pub(super) fn spot(point: Point) -> Spot {
    let micro = |degrees: f64| (degrees * 1e6).round() as i32;
    (micro(point.lat), micro(point.lon))
}

/// From the grid of the files.
pub(crate) fn point((north, east): Spot) -> Point {
    Point { lat: f64::from(north) / 1e6, lon: f64::from(east) / 1e6 }
}

/// Some names of the map are numbers, codes or notes.
fn reads_like_a_street(name: &str) -> bool {
    let words = name.split(' ').count();
    (2..=4).contains(&words) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '\'')
}
