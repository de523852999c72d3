//! The zones of the sample company and the ZIP codes of its addresses.
//!
//! The zones cover the map of `samples/columbus-ohio.osm.pbf` without gaps and without overlaps. The centres of the
//! ZIP codes are rough: an invented house number needs a believable ZIP code, not a deliverable one.

use super::file::ZoneRow;

/// A place in millionths of a degree: north, east.
pub(super) type Spot = (i32, i32);

/// Where the shop stands: near the middle of the town, on a street of workshops.
pub(super) const SHOP: Spot = (39_982_600, -82_989_900);

pub(super) const NEAR_EAST: usize = 1;
pub(super) const CLINTONVILLE: usize = 2;
pub(super) const NORTHLAND: usize = 3;
pub(super) const WORTHINGTON: usize = 4;
pub(super) const UPPER_ARLINGTON: usize = 5;
pub(super) const HILLTOP: usize = 6;
pub(super) const SOUTHWEST: usize = 7;
pub(super) const SOUTH_SIDE: usize = 8;
pub(super) const EAST_SIDE: usize = 9;
pub(super) const NORTHEAST: usize = 10;
pub(super) const NORTHWEST: usize = 11;

// The corners that zones share, named after what meets there, in millionths of a degree.
const WEST: i32 = -83_260_000;
const EAST: i32 = -82_770_000;
const SOUTH: i32 = 39_845_000;
const NORTH: i32 = 40_125_000;
const RIVER_SOUTH: Spot = (39_944_000, -83_026_000);
const RIVER_MIDDLE: Spot = (39_975_000, -83_026_000);
const RIVER_NORTH: Spot = (39_985_000, -83_026_000);
const PARSONS: Spot = (39_944_000, -82_977_000);
const FIFTH: Spot = (39_985_000, -82_977_000);
const LINDEN: Spot = (39_995_000, -82_977_000);
const MORSE_WEST: Spot = (40_075_000, -83_037_000);
const MORSE_EAST: Spot = (40_075_000, -82_987_000);
const NORTH_MIDDLE: Spot = (NORTH, -82_987_000);
const SAWMILL: Spot = (40_075_000, -83_105_000);
const NORTH_WEST: Spot = (NORTH, -83_105_000);
const TRABUE: Spot = (39_975_000, -83_105_000);
const WEST_GATE: Spot = (39_975_000, WEST);
const GALLOWAY: Spot = (39_915_000, WEST);
const FRANK: Spot = (39_915_000, -83_026_000);
const SOUTH_MIDDLE: Spot = (SOUTH, -83_026_000);
const BEXLEY_SOUTH: Spot = (39_944_000, -82_902_000);
const BEXLEY_NORTH: Spot = (39_995_000, -82_898_000);
const SOUTH_EAST: Spot = (SOUTH, -82_902_000);
const EAST_GATE: Spot = (39_995_000, EAST);
const NORTH_EAST: Spot = (NORTH, -82_905_000);

/// The zones; the constants above are positions in this list.
const ZONES: [(&str, &[Spot]); 12] = [
    ("Downtown", &[RIVER_SOUTH, PARSONS, FIFTH, RIVER_NORTH, RIVER_MIDDLE]),
    ("Near East", &[PARSONS, BEXLEY_SOUTH, BEXLEY_NORTH, LINDEN, FIFTH]),
    ("Clintonville", &[RIVER_NORTH, FIFTH, LINDEN, MORSE_EAST, MORSE_WEST]),
    ("Northland", &[LINDEN, BEXLEY_NORTH, NORTH_EAST, NORTH_MIDDLE, MORSE_EAST]),
    ("Worthington", &[MORSE_WEST, MORSE_EAST, NORTH_MIDDLE, NORTH_WEST, SAWMILL]),
    ("Upper Arlington", &[RIVER_MIDDLE, RIVER_NORTH, MORSE_WEST, SAWMILL, TRABUE]),
    ("Hilltop", &[RIVER_SOUTH, RIVER_MIDDLE, TRABUE, WEST_GATE, GALLOWAY, FRANK]),
    ("Southwest", &[FRANK, GALLOWAY, (SOUTH, WEST), SOUTH_MIDDLE]),
    ("South Side", &[RIVER_SOUTH, FRANK, SOUTH_MIDDLE, SOUTH_EAST, BEXLEY_SOUTH, PARSONS]),
    ("East Side", &[BEXLEY_SOUTH, SOUTH_EAST, (SOUTH, EAST), EAST_GATE, BEXLEY_NORTH]),
    ("Northeast", &[BEXLEY_NORTH, EAST_GATE, (NORTH, EAST), NORTH_EAST]),
    ("Northwest", &[TRABUE, SAWMILL, NORTH_WEST, (NORTH, WEST), WEST_GATE]),
];

const ZIPS: [(u32, Spot); 38] = [
    (43201, (39_989_700, -83_001_500)),
    (43202, (40_021_600, -83_013_000)),
    (43203, (39_971_300, -82_969_000)),
    (43204, (39_958_000, -83_083_000)),
    (43205, (39_957_000, -82_964_000)),
    (43206, (39_943_000, -82_975_000)),
    (43207, (39_900_000, -82_968_000)),
    (43209, (39_956_000, -82_928_000)),
    (43211, (40_013_000, -82_972_000)),
    (43212, (39_988_000, -83_044_000)),
    (43213, (39_969_000, -82_868_000)),
    (43214, (40_053_000, -83_020_000)),
    (43215, (39_965_000, -83_004_000)),
    (43219, (40_001_000, -82_922_000)),
    (43220, (40_049_000, -83_065_000)),
    (43221, (40_023_000, -83_078_000)),
    (43222, (39_958_000, -83_031_000)),
    (43223, (39_936_000, -83_048_000)),
    (43224, (40_042_000, -82_967_000)),
    (43227, (39_944_000, -82_890_000)),
    (43228, (39_960_000, -83_127_000)),
    (43229, (40_085_000, -82_975_000)),
    (43230, (40_035_000, -82_872_000)),
    (43231, (40_080_000, -82_938_000)),
    (43232, (39_922_000, -82_870_000)),
    (43235, (40_100_000, -83_053_000)),
    (43085, (40_099_000, -83_015_000)),
    (43081, (40_110_000, -82_920_000)),
    (43123, (39_879_000, -83_084_000)),
    (43125, (39_858_000, -82_878_000)),
    (43110, (39_850_000, -82_804_000)),
    (43068, (39_954_000, -82_802_000)),
    (43004, (40_015_000, -82_800_000)),
    (43054, (40_083_000, -82_802_000)),
    (43026, (40_032_000, -83_158_000)),
    (43016, (40_098_000, -83_117_000)),
    (43017, (40_110_000, -83_150_000)),
    (43119, (39_935_000, -83_165_000)),
];

/// The zones as they stand in the file.
pub(super) fn zones() -> Vec<ZoneRow> {
    let zips_of = |zone: usize| ZIPS.iter().filter(move |(_, centre)| zone_at(*centre) == Some(zone));
    ZONES
        .iter()
        .enumerate()
        .map(|(zone, (name, corners))| ZoneRow {
            name: (*name).to_owned(),
            corners: corners.to_vec(),
            zips: zips_of(zone).map(|(zip, _)| zip.to_string()).collect(),
        })
        .collect()
}

/// The zone that holds a place.
pub(super) fn zone_at(spot: Spot) -> Option<usize> {
    ZONES.iter().position(|(_, corners)| inside(spot, corners))
}

/// The ZIP code whose centre is nearest.
pub(super) fn zip_at((north, east): Spot) -> String {
    let far = |(_, (lat, lon)): &&(u32, Spot)| {
        // A degree of longitude is about three quarters of a degree of latitude here.
        let (up, right) = (i64::from(north - lat) * 4, i64::from(east - lon) * 3);
        up * up + right * right
    };
    ZIPS.iter().min_by_key(far).expect("there are ZIP codes").0.to_string()
}

/// The even-odd rule of [`domain::Zone::holds`], in whole numbers.
fn inside((north, east): Spot, corners: &[Spot]) -> bool {
    let before = corners.iter().cycle().skip(corners.len() - 1);
    corners.iter().zip(before).fold(false, |inside, (a, b)| {
        let crosses = (a.0 > north) != (b.0 > north) && {
            let (rise, run) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
            let (up, right) = (i64::from(north - a.0), i64::from(east - a.1));
            if rise > 0 { right * rise < run * up } else { right * rise > run * up }
        };
        inside != crosses
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_map_lies_in_exactly_one_zone() {
        for north in (39_859_000..40_111_800).step_by(2_311) {
            for east in (-83_245_300..-82_787_600).step_by(3_017) {
                let holders = ZONES.iter().filter(|(_, corners)| inside((north, east), corners)).count();
                assert_eq!(holders, 1, "{north} {east}");
            }
        }
    }

    #[test]
    fn the_constants_name_their_zones() {
        for (zone, name) in [
            (NEAR_EAST, "Near East"),
            (CLINTONVILLE, "Clintonville"),
            (NORTHLAND, "Northland"),
            (WORTHINGTON, "Worthington"),
            (UPPER_ARLINGTON, "Upper Arlington"),
            (HILLTOP, "Hilltop"),
            (SOUTHWEST, "Southwest"),
            (SOUTH_SIDE, "South Side"),
            (EAST_SIDE, "East Side"),
            (NORTHEAST, "Northeast"),
            (NORTHWEST, "Northwest"),
        ] {
            assert_eq!(ZONES[zone].0, name);
        }
    }

    #[test]
    fn every_zone_has_a_zip_code() {
        assert!(zones().iter().all(|zone| !zone.zips.is_empty()));
        assert_eq!(zip_at(SHOP), "43201");
    }
}
