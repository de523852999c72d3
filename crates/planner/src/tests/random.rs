//! Random small boards from a seed, as text.

use std::fmt::Write;

/// SplitMix64, Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }
}

/// A board of two or three technicians and up to seven visits; visits stand where they do not overlap, but drives may
/// be late. J1 is always there.
pub(crate) fn board(seed: u64) -> String {
    let mut chance = Chance(seed);
    let mut text = String::new();
    if chance.one_in(3) {
        writeln!(text, "now {:02}:{:02}", 7 + chance.below(3), chance.below(60)).unwrap();
    }
    let autolock = [0, 30, 60][chance.below(3) as usize];
    let (drive, dial) = (20 + chance.below(30), [0, 25, 50, 75, 100][chance.below(5) as usize]);
    let overtime = [0, 0, 30][chance.below(3) as usize];
    writeln!(text, "set autolock={autolock} drive={drive} dial={dial} overtime={overtime}").unwrap();
    let mut number = 0;
    let mut tray = String::new();
    let names = &["ana", "ben", "cem"][..2 + chance.below(2) as usize];
    for name in names {
        let skills = ["-", "hvac", "hvac,gas"][chance.below(3) as usize];
        let (from, home) = (7 + chance.below(2), chance.below(40));
        let to = from + 5 + chance.below(5);
        write!(text, "{name} {skills} {from:02}:00-{to:02}:00 x{home} sells={}", 80 + chance.below(50))
            .unwrap();
        if chance.one_in(6) {
            write!(text, " off {:02}:00-{:02}:30", from + 2, from + 3).unwrap();
        }
        text.push_str(" |");
        let mut clock = from * 60;
        while clock + 60 < to * 60 && number < 6 {
            clock += chance.below(16) * 10;
            let length = 20 + chance.below(10) * 10;
            if chance.one_in(5) {
                let within = if chance.one_in(2) { " within 09:00-16:00" } else { "" };
                write!(text, " lunch@{:02}:{:02}+30{within};", clock / 60, clock % 60).unwrap();
                clock += 30;
            } else {
                number += 1;
                let marks = visit(&mut chance, Some(clock));
                let locked = if chance.one_in(8) { " !" } else { "" };
                write!(text, " J{number}@{:02}:{:02}+{length}{marks}{locked};", clock / 60, clock % 60)
                    .unwrap();
                clock += length;
            }
        }
        text.push('\n');
    }
    for _ in 0..=chance.below(2) {
        number += 1;
        let marks = visit(&mut chance, None);
        write!(tray, " J{number}+{}{marks};", 20 + chance.below(8) * 10).unwrap();
    }
    text + "tray |" + &tray
}

fn visit(chance: &mut Chance, start: Option<u64>) -> String {
    let skill = ["any", "any", "hvac", "gas"][chance.below(4) as usize];
    let mut marks = format!(" x{} {skill} ${}", chance.below(50), 100 + chance.below(9) * 50);
    let window = match start {
        Some(start) => {
            let from = start.saturating_sub(chance.below(120)) / 10 * 10;
            (from.max(7 * 60), from + 60 + chance.below(24) * 10)
        }
        None => {
            let from = (8 + chance.below(6)) * 60;
            (from, from + 60 + chance.below(4) * 60)
        }
    };
    let last = window.1.max(start.map_or(0, |start| start + 10));
    write!(marks, " w{:02}:{:02}-{:02}:{:02}", window.0 / 60, window.0 % 60, last / 60, last % 60).unwrap();
    if chance.one_in(4) {
        marks += " told";
    }
    marks
}
