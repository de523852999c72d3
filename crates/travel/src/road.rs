//! What a way's tags say to a driver: whether a van may use it, in which direction, and how fast.

use crate::pbf::Tags;

/// How important a road is, the most important first.
///
/// Source: the OpenStreetMap wiki, page "Key:highway".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoadClass {
    /// A freeway.
    Motorway,
    /// A ramp of a freeway.
    MotorwayLink,
    /// A highway that is not a freeway.
    Trunk,
    /// A ramp of a highway.
    TrunkLink,
    /// A main road between towns or across a city.
    Primary,
    /// A ramp of a main road.
    PrimaryLink,
    /// An arterial street.
    Secondary,
    /// A ramp of an arterial street.
    SecondaryLink,
    /// A collector street.
    Tertiary,
    /// A ramp of a collector street.
    TertiaryLink,
    /// A minor road that is not residential.
    Unclassified,
    /// A street to live on.
    Residential,
    /// A street where people on foot go first.
    LivingStreet,
    /// An access road, alley, drive or parking aisle.
    Service,
}

impl RoadClass {
    /// Every class, in order; a saved network stores the position in this list.
    pub(crate) const ALL: [Self; 14] = [
        Self::Motorway,
        Self::MotorwayLink,
        Self::Trunk,
        Self::TrunkLink,
        Self::Primary,
        Self::PrimaryLink,
        Self::Secondary,
        Self::SecondaryLink,
        Self::Tertiary,
        Self::TertiaryLink,
        Self::Unclassified,
        Self::Residential,
        Self::LivingStreet,
        Self::Service,
    ];

    /// The class of a `highway` tag, or `None` when no van drives there.
    fn of(highway: &str) -> Option<Self> {
        Some(match highway {
            "motorway" => Self::Motorway,
            "motorway_link" => Self::MotorwayLink,
            "trunk" => Self::Trunk,
            "trunk_link" => Self::TrunkLink,
            "primary" => Self::Primary,
            "primary_link" => Self::PrimaryLink,
            "secondary" => Self::Secondary,
            "secondary_link" => Self::SecondaryLink,
            "tertiary" => Self::Tertiary,
            "tertiary_link" => Self::TertiaryLink,
            "unclassified" | "road" => Self::Unclassified,
            "residential" => Self::Residential,
            "living_street" => Self::LivingStreet,
            "service" => Self::Service,
            _ => return None,
        })
    }

    /// The speed on an empty road without a sign, in kilometres an hour.
    ///
    /// Fitted so that, divided by [`URBAN_FACTOR`], it meets the car profile of OSRM 26.10 on Columbus; most
    /// American residential streets carry no sign in OpenStreetMap, so this table decides most of a trip.
    fn free_flow_kmh(self) -> f64 {
        match self {
            Self::Motorway => 112.0,
            Self::Trunk => 106.0,
            Self::Primary => 81.0,
            Self::Secondary => 69.0,
            Self::MotorwayLink => 56.0,
            Self::TrunkLink | Self::Tertiary => 50.0,
            Self::PrimaryLink => 38.0,
            Self::SecondaryLink | Self::Unclassified | Self::Residential => 31.0,
            Self::TertiaryLink => 25.0,
            Self::Service => 19.0,
            Self::LivingStreet => 12.0,
        }
    }

    /// Whether a place beside the road can be entered from it: nobody parks on a freeway or its ramps.
    pub(crate) fn has_doors(self) -> bool {
        !matches!(self, Self::Motorway | Self::MotorwayLink)
    }

    /// Whether crossing roads make a driver slow down on this one.
    pub(crate) fn has_crossings(self) -> bool {
        !matches!(self, Self::Motorway | Self::MotorwayLink | Self::Trunk | Self::TrunkLink)
    }
}

/// How much longer a drive takes in town by day than on an empty road at the speed of the signs.
///
/// One figure for all hours; time-of-day profiles and the technicians' own arrivals replace it later.
const URBAN_FACTOR: f64 = 1.25;
/// Private drives are for arriving, not for passing through: slow enough that no route uses them as a shortcut.
const PRIVATE_KMH: f64 = 15.0;
/// Alleys, drives and parking aisles, in kilometres an hour on an empty road.
const NARROW_SERVICE_KMH: f64 = 12.0;
/// A sign outside these is a typing error, in kilometres an hour.
const BELIEVABLE_KMH: std::ops::RangeInclusive<f64> = 5.0..=140.0;

/// A drivable way as its tags describe it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Road {
    pub(crate) class: RoadClass,
    /// Speeds by day in kilometres an hour, along the way and against it; `None` is a one-way street.
    pub(crate) along_kmh: Option<f64>,
    pub(crate) against_kmh: Option<f64>,
    pub(crate) sign: Sign,
}

/// Whether the speed stands on a sign or is assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    Read,
    NotUnderstood,
    Missing,
}

impl Road {
    /// The road that `tags` describe, or `None` when a van may not drive there.
    pub(crate) fn of(tags: &Tags<'_>) -> Option<Self> {
        let class = RoadClass::of(tags.get("highway")?)?;
        let access = Access::of(tags)?;
        if tags.get("area") == Some("yes") {
            return None;
        }
        let mut unsigned = class.free_flow_kmh();
        if class == RoadClass::Service
            && let Some("alley" | "driveway" | "parking_aisle" | "drive-through" | "drive_through") =
                tags.get("service")
        {
            unsigned = NARROW_SERVICE_KMH;
        }
        let mut sign = Sign::Missing;
        let mut kmh = |direction: &str| {
            let value = tags.get(direction).or_else(|| tags.get("maxspeed"));
            let posted = value.and_then(posted_kmh);
            if sign != Sign::Read && value.is_some() {
                sign = if posted.is_some() { Sign::Read } else { Sign::NotUnderstood };
            }
            let by_day = posted.unwrap_or(unsigned) / URBAN_FACTOR;
            if access == Access::Private { by_day.min(PRIVATE_KMH) } else { by_day }
        };
        let (along, against) = (kmh("maxspeed:forward"), kmh("maxspeed:backward"));
        let (may_along, may_against) = directions(class, tags)?;
        Some(Self {
            class,
            along_kmh: may_along.then_some(along),
            against_kmh: may_against.then_some(against),
            sign,
        })
    }
}

#[derive(PartialEq)]
enum Access {
    Public,
    Private,
}

impl Access {
    /// Who may drive here; the tag that names cars most closely decides.
    fn of(tags: &Tags<'_>) -> Option<Self> {
        let value = ["motorcar", "motor_vehicle", "vehicle", "access"].iter().find_map(|key| tags.get(key));
        match value {
            Some("no" | "agricultural" | "forestry" | "emergency" | "psv" | "bus" | "military") => None,
            Some("private" | "destination" | "delivery" | "customers" | "residents" | "permit") => {
                Some(Self::Private)
            }
            _ => Some(Self::Public),
        }
    }
}

/// Whether one may drive along and against the way; `None` when it changes with the hour.
fn directions(class: RoadClass, tags: &Tags<'_>) -> Option<(bool, bool)> {
    let oneway = tags.get("oneway:motor_vehicle").or_else(|| tags.get("oneway"));
    match oneway {
        Some("yes" | "true" | "1") => Some((true, false)),
        Some("-1" | "reverse") => Some((false, true)),
        Some("no" | "false" | "0") => Some((true, true)),
        Some("reversible" | "alternating") => None,
        _ => {
            let round = matches!(tags.get("junction"), Some("roundabout" | "circular"));
            Some((true, !round && class != RoadClass::Motorway))
        }
    }
}

/// The speed on a sign in kilometres an hour: `35 mph`, `50`, `50 km/h`, `walk`, `none`.
fn posted_kmh(sign: &str) -> Option<f64> {
    let sign = sign.trim();
    if sign == "none" {
        return Some(*BELIEVABLE_KMH.end());
    }
    if sign == "walk" {
        return Some(7.0);
    }
    let end = sign.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(sign.len());
    let (figure, unit) = sign.split_at(end);
    let figure: f64 = figure.parse().ok()?;
    let kmh = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "km/h" | "kmh" | "kph" => figure,
        "mph" => figure * 1.609_344,
        _ => return None,
    };
    BELIEVABLE_KMH.contains(&kmh).then_some(kmh)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Speeds by day along and against the way in whole kilometres an hour, `-` where one may not drive.
    fn check(tags: &[(&str, &str)], expected: &str) {
        let speed = |kmh: Option<f64>| kmh.map_or("-".to_owned(), |kmh| format!("{kmh:.0}"));
        let road = Road::of(&Tags::of(tags));
        let found = road.map_or("closed".to_owned(), |road| {
            format!("{} {} {:?}", speed(road.along_kmh), speed(road.against_kmh), road.sign)
        });
        assert_eq!(found, expected, "{tags:?}");
    }

    #[test]
    fn direction_follows_the_oneway_tag_and_the_kind_of_road() {
        check(&[("highway", "residential")], "25 25 Missing");
        check(&[("highway", "residential"), ("oneway", "yes")], "25 - Missing");
        check(&[("highway", "residential"), ("oneway", "-1")], "- 25 Missing");
        check(&[("highway", "residential"), ("oneway", "no")], "25 25 Missing");
        check(&[("highway", "motorway")], "90 - Missing");
        check(&[("highway", "motorway"), ("oneway", "no")], "90 90 Missing");
        check(&[("highway", "tertiary"), ("junction", "roundabout")], "40 - Missing");
        check(&[("highway", "primary"), ("oneway", "reversible")], "closed");
    }

    #[test]
    fn the_closest_access_tag_decides() {
        check(&[("highway", "residential"), ("access", "no")], "closed");
        check(&[("highway", "residential"), ("access", "no"), ("motor_vehicle", "yes")], "25 25 Missing");
        check(&[("highway", "residential"), ("motor_vehicle", "no")], "closed");
        check(&[("highway", "residential"), ("access", "private")], "15 15 Missing");
        check(&[("highway", "service"), ("service", "driveway"), ("access", "private")], "10 10 Missing");
        check(&[("highway", "service"), ("area", "yes")], "closed");
        check(&[("highway", "footway")], "closed");
        check(&[("name", "a river")], "closed");
    }

    #[test]
    fn a_sign_is_read_in_miles_and_kilometres() {
        check(&[("highway", "primary"), ("maxspeed", "35 mph")], "45 45 Read");
        check(&[("highway", "primary"), ("maxspeed", "35mph")], "45 45 Read");
        check(&[("highway", "primary"), ("maxspeed", "50")], "40 40 Read");
        check(&[("highway", "primary"), ("maxspeed", "50 km/h")], "40 40 Read");
        check(
            &[("highway", "primary"), ("maxspeed:forward", "50"), ("maxspeed:backward", "75")],
            "40 60 Read",
        );
        check(&[("highway", "primary"), ("maxspeed", "walk")], "6 6 Read");
    }

    #[test]
    fn a_sign_that_makes_no_sense_is_counted_and_the_table_holds() {
        for sign in ["US:urban", "fast", "", "mph", "50 knots", "0", "900", "55;45"] {
            check(&[("highway", "residential"), ("maxspeed", sign)], "25 25 NotUnderstood");
        }
    }
}
