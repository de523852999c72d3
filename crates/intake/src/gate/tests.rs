use super::*;
use proptest::prelude::*;

fn conversation(text: &str) -> Vec<Turn> {
    let turn = |part: &str| match part.trim().strip_prefix("A:") {
        Some(said) => Turn { speaker: Speaker::Agent, text: said.trim().to_owned() },
        None => Turn { speaker: Speaker::Customer, text: part.trim().to_owned() },
    };
    text.split(" / ").map(turn).collect()
}

fn name(class: HazardClass) -> &'static str {
    match class {
        HazardClass::Gas => "gas",
        HazardClass::CarbonMonoxide => "co",
        HazardClass::Fire => "fire",
        HazardClass::Flood => "flood",
        HazardClass::Vulnerable => "vulnerable",
        HazardClass::Structure => "structure",
        HazardClass::GarageDoor => "garage",
        HazardClass::Person => "person",
        HazardClass::NotRead => "not read",
    }
}

fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../../cases/hazards.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('|').expect("a case has a class and words"))
        .map(|(class, words)| (class.trim(), words.trim()))
}

#[test]
fn every_danger_is_found_and_every_near_miss_is_quiet() {
    let (mut dangers, mut wrong) = (0, Vec::new());
    for (class, words) in cases() {
        let found: Vec<&str> = gate(&conversation(words)).iter().map(|hazard| name(hazard.class)).collect();
        let right = if class == "quiet" { found.is_empty() } else { found.contains(&class) };
        dangers += usize::from(class != "quiet");
        if !right {
            wrong.push(format!("{class} | {words} -> {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(dangers >= 150, "only {dangers} dangers in the list");
}

#[test]
fn dangers_are_found_without_marks_in_capitals_and_in_the_middle_of_much_talk() {
    let talk =
        "well you know we have been customers for a long time and my sister uses you too and ".repeat(40);
    for (class, words) in cases().filter(|(class, words)| *class != "quiet" && !words.contains(" / ")) {
        let plain: String = words.chars().filter(|c| !c.is_ascii_punctuation() || *c == '\'').collect();
        for text in
            [words.to_uppercase(), plain, format!("{talk} {words} {talk}"), words.replace('\'', "\u{2019}")]
        {
            let found = gate(&conversation(&text));
            assert!(found.iter().any(|hazard| name(hazard.class) == class), "{class} | {text}");
        }
    }
}

#[test]
fn the_instruction_speaks_their_language_and_the_evidence_is_exact() {
    let hazards = gate(&conversation("Hola, huele a gas aquí"));
    assert_eq!(hazards[0].words.text, "huele a gas");
    assert!(hazards[0].instruction.starts_with("Por favor salga"));
    let hazards = gate(&conversation("hello. I smell some gas here"));
    assert_eq!((hazards[0].words.start, hazards[0].words.end), (9, 23));
    assert!(hazards[0].instruction.starts_with("Please leave"));
    assert_eq!(hazards[0].table, version());
}

#[test]
fn what_threatens_life_comes_first_and_each_class_once() {
    let hazards = gate(&conversation("basement is flooding, flooding everywhere, and I smell gas"));
    let classes: Vec<&str> = hazards.iter().map(|hazard| name(hazard.class)).collect();
    assert_eq!(classes, ["gas", "flood"]);
}

#[test]
fn agents_words_alone_are_no_danger() {
    assert_eq!(gate(&conversation("A: If you ever smell gas, leave and call 911.")), []);
}

#[test]
fn a_megabyte_is_read_to_its_end() {
    let text = format!("{} I smell gas", "a b c d ".repeat(125_000));
    assert_eq!(gate(&conversation(&text)).len(), 1);
    assert_eq!(gate(&conversation(&"gas ".repeat(250_000))).len(), 0);
    assert_eq!(gate(&conversation(&"x".repeat(1_000_000))).len(), 0);
}

proptest! {
    #[test]
    fn evidence_is_always_the_exact_words(
        before in "\\PC{0,20}",
        words in prop::sample::select(vec!["I smell gas", "huele a gas", "no heat and a baby", "SPARKS", "flooded 🌊 now"]),
        after in "[\u{200B}\u{202E}\u{92}a-zñ🔥 .'\n]{0,30}",
    ) {
        let turns = conversation(&format!("{before} {words} {after}"));
        for hazard in gate(&turns) {
            let text = &turns[hazard.words.turn as usize].text;
            prop_assert_eq!(text.get(hazard.words.start as usize..hazard.words.end as usize), Some(&*hazard.words.text));
        }
    }
}
