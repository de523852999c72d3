//! Requests put together by the simulation when the written ones are used up.

use crate::sample::request::Request;
use crate::sample::{Chance, invented_name, invented_phone};
use domain::lead::Sender;
use domain::{Board, Channel, Speaker, Turn};

const GREETINGS: [&str; 8] = [
    "Hi,",
    "Hello,",
    "Good morning,",
    "Hey there,",
    "Hi, hoping you can help.",
    "Hello, first time calling you.",
    "Hi, you were here last year.",
    "Hey,",
];
const WISHES: [&str; 10] = [
    "Tomorrow morning would be best.",
    "Any time this week after 2 pm works.",
    "As soon as you can, please.",
    "We are home all day tomorrow.",
    "Any day but Thursday.",
    "Mornings are better for me.",
    "No rush.",
    "Could somebody come today?",
    "Friday afternoon if you have it.",
    "What times do you have?",
];
const CHANNELS: [Channel; 6] =
    [Channel::Form, Channel::Sms, Channel::Call, Channel::Email, Channel::Chat, Channel::Marketplace];

/// A request for work like some that is on the board, from somebody new on a street nearby; none on an empty board.
pub(super) fn request(board: &Board, chance: &mut Chance) -> Option<Request> {
    if board.visits.is_empty() {
        return None;
    }
    let problem = &chance.pick(&board.visits).job.summary;
    let near = &chance.pick(&board.visits).location.address;
    let street = near.line.split_once(' ')?.1.split(" Apt ").next()?;
    let address = format!("{} {street}, {} {}", chance.between(101, 3_999), near.city, near.zip);
    let (name, phone) = (invented_name(chance), invented_phone(chance));
    let channel = CHANNELS[chance.weighted(&[26, 20, 24, 10, 12, 8])];
    let (greeting, wish) = (*chance.pick(&GREETINGS), *chance.pick(&WISHES));
    let short = name.to_lowercase().replace(' ', ".");
    let asked =
        Asked { problem, address, name, phone, email: format!("{short}@example.com"), greeting, wish };
    let (sender, turns) = asked.through(channel);
    Some(Request { channel, minutes_ago: 0, sender, turns })
}

/// What somebody has to say.
struct Asked<'a> {
    problem: &'a str,
    address: String,
    name: String,
    phone: String,
    email: String,
    greeting: &'a str,
    wish: &'a str,
}

impl Asked<'_> {
    /// The same request as each channel would bring it.
    fn through(self, channel: Channel) -> (Sender, Vec<Turn>) {
        let Asked { problem, address, name, phone, email, greeting, wish } = self;
        let customer = |text: String| Turn { speaker: Speaker::Customer, text };
        let agent = |text: &str| Turn { speaker: Speaker::Agent, text: text.to_owned() };
        let nobody = Sender::default();
        match channel {
            Channel::Form => (
                Sender {
                    name: Some(name),
                    phone: Some(phone),
                    address: Some(address),
                    preferred_time: Some(wish.to_owned()),
                    ..nobody
                },
                vec![customer(format!("{problem}."))],
            ),
            Channel::Sms => (
                Sender { phone: Some(phone), ..nobody },
                vec![customer(format!("{greeting} {problem}. {address}. {wish} {name}"))],
            ),
            Channel::Email => (
                Sender { name: Some(name.clone()), email: Some(email), ..nobody },
                vec![customer(format!(
                    "{greeting}\n\n{problem}. The address is {address}. {wish} You can reach me at {phone}.\n\n{name}"
                ))],
            ),
            Channel::Marketplace => (
                Sender { name: Some(name), phone: Some(phone), address: Some(address), ..nobody },
                vec![customer(format!("{problem}. {wish}"))],
            ),
            Channel::Chat => (
                nobody,
                vec![
                    customer(format!("{greeting} {problem}")),
                    agent("Sorry to hear that. Where is it, and how can we reach you?"),
                    customer(format!("{address}, my number is {phone}")),
                    agent("Thank you. What is your name, and when would suit you?"),
                    customer(format!("{name}. {wish}")),
                ],
            ),
            _ => (
                Sender { phone: Some(phone), ..nobody },
                vec![
                    agent("Buckeye Home Services, how can I help?"),
                    customer(format!("{greeting} this is {name}. {problem}.")),
                    agent("What is the address?"),
                    customer(format!("{address}. {wish}")),
                ],
            ),
        }
    }
}
