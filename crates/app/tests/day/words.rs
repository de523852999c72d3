//! What people send: the written requests of the sample inbox, variations of them, and the same again.

use crate::chance::Chance;
use app::sample::request::Request;
use domain::Speaker;
use std::sync::LazyLock;

macro_rules! written {
    ($($name:literal),+ $(,)?) => {
        [$(($name, &include_bytes!(concat!("../../../../samples/requests/", $name))[..])),+]
            .map(|(name, bytes): (&str, &[u8])| Request::from_json(name, bytes).expect("it is committed"))
    };
}

static WRITTEN: LazyLock<[Request; 20]> = LazyLock::new(|| {
    written![
        "01-gas-smell.json",
        "02-co-alarm.json",
        "03-spanish-no-heat.json",
        "04-flooding-basement.json",
        "05-elderly-no-heat.json",
        "06-sink-form.json",
        "07-ev-charger-email.json",
        "08-price-shopper.json",
        "09-restaurant.json",
        "10-complaint.json",
        "11-out-of-area.json",
        "12-one-word.json",
        "13-rambling-voicemail.json",
        "14-all-caps.json",
        "15-marketplace-fan.json",
        "16-misspelled-leak.json",
        "17-repeat-member.json",
        "18-cracked-outlet-call.json",
        "19-new-furnace-marketplace.json",
        "20-no-name-no-phone.json",
    ]
});

const NAMES: [&str; 8] = [
    "Harold Nakamura",
    "Denise Maddox",
    "Guadalupe Reyes",
    "Ola Brandt",
    "Wes Tran",
    "Iris Bell",
    "J. P. O'Neil",
    "Ünal Öztürk",
];
const STREETS: [&str; 8] = [
    "Deshler Ave",
    "Parsons Ave",
    "Indianola Ave",
    "Oakwood Ave",
    "S Champion Ave",
    "Summit St",
    "E Whittier St",
    "Nowhere Lane",
];
const WORK: [&str; 8] = [
    "Our furnace needs its yearly furnace tune-up.",
    "The furnace is making noise, we need a furnace repair.",
    "We have no heat, the furnace won't start.",
    "AC is blowing warm air.",
    "The boiler loses pressure, the radiators are cold.",
    "The heat pump is iced over.",
    "Want a furnace replacement, a new furnace.",
    "Kitchen sink is clogged.",
];
const WISHES: [&str; 6] = [
    "Any day is fine.",
    "Tomorrow morning would be best.",
    "As soon as you can, please.",
    "Not on Friday.",
    "Could somebody come today?",
    "There is a smell of gas, too.",
];

/// A form as JSON, exactly as it is sent.
pub(crate) fn request(chance: &mut Chance) -> String {
    if chance.below(3) == 0 { written(chance) } else { made_up(chance) }
}

fn written(chance: &mut Chance) -> String {
    let request = chance.pick(&*WRITTEN).expect("there are twenty");
    let said = request.turns.iter().filter(|turn| turn.speaker == Speaker::Customer);
    let message: Vec<&str> = said.map(|turn| turn.text.as_str()).collect();
    let sender = &request.sender;
    let phone = sender.phone.clone().unwrap_or_else(|| phone(chance));
    form(
        sender.name.as_deref().unwrap_or(""),
        &phone,
        sender.address.as_deref(),
        &message.join("\n"),
        sender.preferred_time.as_deref(),
    )
}

fn made_up(chance: &mut Chance) -> String {
    let one = |chance: &mut Chance, from: &[&'static str]| *chance.pick(from).expect("it is a full list");
    let (name, street) = (one(chance, &NAMES), one(chance, &STREETS));
    let address = format!("{} {street}, Columbus, OH", chance.between(10, 2_000));
    let message = format!("{} {}", one(chance, &WORK), one(chance, &WISHES));
    form(name, &phone(chance), Some(&address), &message, None)
}

fn phone(chance: &mut Chance) -> String {
    format!("614-555-{:04}", chance.below(10_000))
}

fn form(name: &str, phone: &str, address: Option<&str>, message: &str, wish: Option<&str>) -> String {
    serde_json::json!({
        "name": name, "phone": phone, "address": address, "message": message, "preferred_time": wish,
    })
    .to_string()
}
