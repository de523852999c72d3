//! The technicians of the sample company and the names of its customers. All of them are invented.

use super::catalogue::{
    BOILER, CAMERA, DRAIN, ELECTRICAL, EV, GAS, GENERATOR, HVAC, INSTALL, PANEL, PIPES, PLUMBING,
    REFRIGERANT, SERVICE, WATER_HEATER, WIRING,
};
use super::chance::Chance;
use super::file::{LAST_DAY, TechnicianRow};
use super::ground::{
    CLINTONVILLE, EAST_SIDE, HILLTOP, NEAR_EAST, NORTHEAST, NORTHLAND, NORTHWEST, SOUTH_SIDE, SOUTHWEST,
    Spot, UPPER_ARLINGTON, WORTHINGTON,
};

/// How many technicians are written one by one; a larger company repeats their skills under other names.
pub(super) const WRITTEN: usize = 24;

/// What kind of technician somebody is.
#[derive(Debug, Clone, Copy)]
enum Craft {
    HvacSenior,
    HvacMiddle,
    HvacJunior,
    Installer,
    PlumbingSenior,
    PlumbingMiddle,
    PlumbingJunior,
    Drains,
    ElectricalSenior,
    ElectricalMiddle,
    HvacAndHeaters,
}

impl Craft {
    fn units(self) -> &'static [usize] {
        match self {
            Craft::HvacSenior | Craft::HvacMiddle | Craft::HvacJunior | Craft::Installer => &[HVAC],
            Craft::PlumbingSenior | Craft::PlumbingMiddle | Craft::PlumbingJunior | Craft::Drains => {
                &[PLUMBING]
            }
            Craft::ElectricalSenior | Craft::ElectricalMiddle => &[ELECTRICAL],
            Craft::HvacAndHeaters => &[HVAC, PLUMBING],
        }
    }

    fn skills(self) -> &'static [(usize, u8)] {
        match self {
            Craft::HvacSenior => &[(SERVICE, 5), (GAS, 4), (REFRIGERANT, 5), (BOILER, 4), (INSTALL, 3)],
            Craft::HvacMiddle => &[(SERVICE, 4), (GAS, 3), (REFRIGERANT, 3)],
            Craft::HvacJunior => &[(SERVICE, 2), (GAS, 2), (REFRIGERANT, 2)],
            Craft::Installer => &[(SERVICE, 3), (GAS, 4), (REFRIGERANT, 4), (INSTALL, 5)],
            Craft::PlumbingSenior => &[(PIPES, 5), (WATER_HEATER, 5), (GAS, 4), (DRAIN, 4), (CAMERA, 4)],
            Craft::PlumbingMiddle => &[(PIPES, 4), (WATER_HEATER, 3), (GAS, 2), (DRAIN, 3)],
            Craft::PlumbingJunior => &[(PIPES, 2), (WATER_HEATER, 2), (DRAIN, 2)],
            Craft::Drains => &[(PIPES, 3), (DRAIN, 5), (CAMERA, 5)],
            Craft::ElectricalSenior => &[(WIRING, 5), (PANEL, 5), (EV, 4), (GENERATOR, 4)],
            Craft::ElectricalMiddle => &[(WIRING, 4), (PANEL, 2), (EV, 3)],
            Craft::HvacAndHeaters => &[(SERVICE, 4), (GAS, 4), (REFRIGERANT, 3), (WATER_HEATER, 4)],
        }
    }
}

/// A technician before the home is found.
struct Person {
    name: &'static str,
    craft: Craft,
    /// The zone of the home.
    lives: usize,
    /// Zones the technician is kept to.
    zones: &'static [usize],
    /// The shift in half hours after midnight.
    shift: (u16, u16),
    /// True value and pace in percent of the average; history shows them, no file says them.
    truth: (i64, i64),
}

const fn person(
    name: &'static str,
    craft: Craft,
    lives: usize,
    zones: &'static [usize],
    shift: (u16, u16),
    truth: (i64, i64),
) -> Person {
    Person { name, craft, lives, zones, shift, truth }
}

const EARLY: (u16, u16) = (14, 34);
const DAY: (u16, u16) = (15, 35);
const LATE: (u16, u16) = (16, 37);
const NORTHERN: &[usize] = &[CLINTONVILLE, NORTHLAND, WORTHINGTON, NORTHEAST, UPPER_ARLINGTON, NORTHWEST];
const EASTERN: &[usize] = &[0, NEAR_EAST, NORTHLAND, EAST_SIDE, NORTHEAST, SOUTH_SIDE];
const WESTERN: &[usize] = &[0, UPPER_ARLINGTON, HILLTOP, SOUTHWEST, NORTHWEST, CLINTONVILLE];

/// Who is on time off on day 0, who helps without being planned, and whose licence runs out soon.
pub(super) const ON_TIME_OFF: usize = 20;
pub(super) const HELPERS: [usize; 2] = [9, 17];
const LICENCE_RUNS_OUT: usize = 6;

static PEOPLE: [Person; WRITTEN] = [
    person("Ana Whitfield", Craft::HvacSenior, CLINTONVILLE, &[], EARLY, (118, 96)),
    person("Marcus Odom", Craft::HvacMiddle, EAST_SIDE, &[], DAY, (97, 102)),
    person("Priya Raman", Craft::HvacSenior, WORTHINGTON, NORTHERN, DAY, (124, 104)),
    person("Dale Kowalczyk", Craft::HvacMiddle, HILLTOP, &[], EARLY, (92, 110)),
    person("Tomás Herrera", Craft::HvacMiddle, SOUTH_SIDE, &[], DAY, (106, 94)),
    person("Jolene Baptiste", Craft::HvacMiddle, NORTHLAND, &[], LATE, (101, 98)),
    person("Kwame Asante", Craft::HvacJunior, NORTHEAST, EASTERN, DAY, (86, 108)),
    person("Rick Sandoval", Craft::Installer, SOUTHWEST, &[], EARLY, (112, 100)),
    person("Hana Yoshida", Craft::HvacJunior, UPPER_ARLINGTON, &[], LATE, (90, 101)),
    person("Cody Birch", Craft::HvacJunior, HILLTOP, &[], DAY, (80, 112)),
    person("Samira Haddad", Craft::HvacAndHeaters, NEAR_EAST, &[], DAY, (110, 97)),
    person("Lamar Pettway", Craft::PlumbingSenior, NEAR_EAST, &[], EARLY, (121, 95)),
    person("Greta Lindqvist", Craft::PlumbingMiddle, CLINTONVILLE, &[], DAY, (99, 100)),
    person("Owen Tackett", Craft::PlumbingMiddle, SOUTHWEST, WESTERN, EARLY, (94, 106)),
    person("Nadia Petrova", Craft::PlumbingSenior, NORTHWEST, &[], DAY, (109, 91)),
    person("Abdi Warsame", Craft::Drains, NORTHLAND, &[], EARLY, (104, 93)),
    person("Eddie Calloway", Craft::Drains, SOUTH_SIDE, &[], LATE, (88, 109)),
    person("Brianna Stokes", Craft::PlumbingJunior, EAST_SIDE, &[], DAY, (82, 107)),
    person("Felix Okafor", Craft::PlumbingMiddle, EAST_SIDE, &[], LATE, (103, 99)),
    person("Theresa Molnar", Craft::ElectricalSenior, UPPER_ARLINGTON, &[], EARLY, (119, 98)),
    person("Gus Papadakis", Craft::ElectricalMiddle, NORTHEAST, &[], DAY, (96, 103)),
    person("Mei-Ling Chow", Craft::ElectricalSenior, WORTHINGTON, &[], DAY, (113, 92)),
    person("Jamal Freeman", Craft::ElectricalMiddle, SOUTH_SIDE, &[], DAY, (95, 97)),
    person("Beth Ann Gruber", Craft::ElectricalMiddle, HILLTOP, WESTERN, LATE, (91, 105)),
];

/// Days off of each technician in turn, so that nearly everybody works today and the week thins out.
const DAYS_OFF: [&[i32]; 22] = [
    &[1, 2],
    &[4, 5],
    &[5, 6],
    &[3, 4],
    &[6],
    &[2, 3],
    &[5, 6],
    &[7, 8],
    &[3, 4],
    &[1, 2],
    &[4, 5],
    &[5, 6],
    &[6],
    &[2, 3],
    &[4, 5],
    &[5, 6],
    &[3, 4],
    &[1, 2],
    &[6],
    &[5, 6],
    &[3, 4],
    &[7, 8],
];

/// True value and pace of a technician, in percent of the average.
pub(super) fn truth(technician: usize) -> (i64, i64) {
    PEOPLE[technician % WRITTEN].truth
}

/// The zone in which a technician lives.
pub(super) fn lives_in(technician: usize) -> usize {
    PEOPLE[technician % WRITTEN].lives
}

/// The technician at a position, with the home that was found.
pub(super) fn technician(position: usize, home: Spot, load: bool, chance: &mut Chance) -> TechnicianRow {
    let person = &PEOPLE[position % WRITTEN];
    let written = position < WRITTEN;
    let expires = |skill| (position == LICENCE_RUNS_OUT && skill == REFRIGERANT).then_some(5);
    let (from, to) = (person.shift.0 * 30, person.shift.1 * 30);
    let days_off = DAYS_OFF[position % DAYS_OFF.len()];
    let evenings = 1 + (position % 7) as i32;
    TechnicianRow {
        name: if written { person.name.to_owned() } else { name(chance) },
        phone: work_phone(position),
        units: person.craft.units().to_vec(),
        home,
        starts_at_shop: position % 11 == 7,
        skills: person
            .craft
            .skills()
            .iter()
            .map(|(skill, level)| (*skill, *level, expires(*skill)))
            .collect(),
        zones: person.zones.to_vec(),
        managed: !HELPERS.contains(&(position % WRITTEN)),
        max_drive_minutes: (position % WRITTEN == 8).then_some(30),
        // The large company is there to load the board: longer days hold more visits.
        shift: if load { (from - 30, to + 60) } else { (from, to) },
        days_off: (0..=LAST_DAY).filter(|day| *day > 0 && repeats(days_off, *day)).collect(),
        on_call: (0..=LAST_DAY).filter(|day| position % 3 == 1 && day % 7 == evenings % 7).collect(),
        time_off: if position % WRITTEN == ON_TIME_OFF {
            vec![(0, "Vacation".to_owned())]
        } else if position == 12 {
            vec![(9, "Doctor's appointment".to_owned())]
        } else {
            Vec::new()
        },
    }
}

/// Whether a day off of the first eight days comes again every seven days.
fn repeats(days_off: &[i32], day: i32) -> bool {
    days_off.iter().any(|off| day >= *off && (day - off) % 7 == 0)
}

/// The number of a technician: 380-555-0100 and on.
fn work_phone(technician: usize) -> String {
    format!("+138055501{:02}", technician % 100)
}

/// A number for somebody who is no customer yet. The area codes of the town are kept for those who call during the
/// demo, so that nobody is taken for a customer by chance.
pub(crate) fn phone(chance: &mut Chance) -> String {
    format!("+1{}55501{:02}", chance.pick(&[614, 614, 380, 740]), chance.below(100))
}

/// Area codes of Ohio outside the town, then of elsewhere: people keep the number they moved here with.
const OHIO_CODES: [u32; 11] = [220, 234, 283, 326, 330, 419, 440, 513, 567, 937, 216];
const OTHER_CODES: [u32; 50] = [
    205, 206, 212, 213, 214, 215, 224, 229, 231, 240, 248, 251, 253, 260, 267, 270, 272, 301, 302, 303, 304,
    305, 307, 309, 312, 313, 314, 317, 319, 321, 334, 352, 360, 404, 405, 407, 410, 412, 414, 423, 425, 434,
    443, 463, 469, 480, 502, 503, 606, 681,
];

/// The phone numbers of the customers, each once; nearby ones first. All are 555-0100 to 555-0199, which are kept free
/// for fiction in every area code.
pub(super) fn customer_phones(chance: &mut Chance) -> impl Iterator<Item = String> + use<> {
    let mut of = |codes: &[u32]| {
        let mut numbers: Vec<(u32, u32)> =
            codes.iter().flat_map(|code| (0..100).map(move |number| (*code, number))).collect();
        chance.shuffle(&mut numbers);
        numbers
    };
    let (near, far) = (of(&OHIO_CODES), of(&OTHER_CODES));
    near.into_iter().chain(far).map(|(code, number)| format!("+1{code}55501{number:02}"))
}

/// A name for a customer.
pub(crate) fn name(chance: &mut Chance) -> String {
    format!("{} {}", chance.pick(&FIRST_NAMES), chance.pick(&LAST_NAMES))
}

const FIRST_NAMES: [&str; 96] = [
    "Aaliyah",
    "Aaron",
    "Abigail",
    "Adrian",
    "Ahmed",
    "Aisha",
    "Alan",
    "Alicia",
    "Amara",
    "Amy",
    "Andre",
    "Angela",
    "Anita",
    "Arthur",
    "Asha",
    "Barbara",
    "Ben",
    "Beverly",
    "Bilal",
    "Brenda",
    "Brian",
    "Camila",
    "Carl",
    "Carmen",
    "Catherine",
    "Charles",
    "Chloe",
    "Claire",
    "Connie",
    "Curtis",
    "Dana",
    "Daniel",
    "Darnell",
    "Deborah",
    "Deepa",
    "Denise",
    "Derek",
    "Diego",
    "Donna",
    "Doug",
    "Edna",
    "Elena",
    "Eric",
    "Esther",
    "Faith",
    "Fatima",
    "Frank",
    "Gary",
    "Gloria",
    "Grace",
    "Hassan",
    "Heather",
    "Helen",
    "Hugo",
    "Imani",
    "Irene",
    "Isaac",
    "Ivan",
    "Jasmine",
    "Jeff",
    "Joanna",
    "Jorge",
    "Judith",
    "Karen",
    "Keith",
    "Keisha",
    "Kim",
    "Larry",
    "Latoya",
    "Laura",
    "Leon",
    "Linda",
    "Lucia",
    "Luis",
    "Mahmoud",
    "Maria",
    "Marvin",
    "Megan",
    "Minh",
    "Monica",
    "Nathan",
    "Nicole",
    "Omar",
    "Patrick",
    "Paula",
    "Rachel",
    "Ravi",
    "Rosa",
    "Ruth",
    "Sergio",
    "Sharon",
    "Sofia",
    "Tanya",
    "Terrence",
    "Vera",
    "Wendy",
];

const LAST_NAMES: [&str; 96] = [
    "Abbott",
    "Abdullahi",
    "Acosta",
    "Adkins",
    "Ali",
    "Alvarez",
    "Armstrong",
    "Ball",
    "Banerjee",
    "Barker",
    "Bauer",
    "Beck",
    "Bennett",
    "Blackwell",
    "Boateng",
    "Bowman",
    "Boyd",
    "Brandt",
    "Burke",
    "Cabrera",
    "Carver",
    "Chandler",
    "Chen",
    "Clay",
    "Conrad",
    "Cortez",
    "Crawford",
    "Cruz",
    "Dawson",
    "Delgado",
    "Diallo",
    "Doyle",
    "Dutton",
    "Eaton",
    "Ellison",
    "Engel",
    "Farah",
    "Fields",
    "Fleming",
    "Foster",
    "Fuentes",
    "Gallagher",
    "Garza",
    "Gibbs",
    "Goodwin",
    "Gupta",
    "Hale",
    "Hampton",
    "Hancock",
    "Hartman",
    "Hickman",
    "Hoang",
    "Holloway",
    "Huber",
    "Ibrahim",
    "Ingram",
    "Jarvis",
    "Jennings",
    "Kamara",
    "Keller",
    "Kemp",
    "Khan",
    "Knox",
    "Kruger",
    "Lambert",
    "Larkin",
    "Le",
    "Lowery",
    "Mack",
    "Maddox",
    "Mercado",
    "Meyers",
    "Mohamed",
    "Moss",
    "Navarro",
    "Nolan",
    "Nwosu",
    "Ortega",
    "Park",
    "Patel",
    "Pruitt",
    "Quinn",
    "Ramsey",
    "Reyes",
    "Rhodes",
    "Rutledge",
    "Schultz",
    "Shah",
    "Sims",
    "Stafford",
    "Tran",
    "Vance",
    "Weaver",
    "Whitaker",
    "Yoder",
    "Zimmerman",
];
