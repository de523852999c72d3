//! What people correct, and times that cannot be.

use crate::house::{Form, Home, House, SLUG, TUNE_UP, id_of};
use app::Kind;
use app::view::LeadEdit;
use domain::Role;

pub(crate) async fn what_a_person_corrects_is_checked(home: Home) {
    let house = House::new(home).await;
    let csr = house.who(Role::Csr).await;
    let id = id_of(&house.asked(&TUNE_UP).await);
    let edit = async |edit: serde_json::Value| {
        let edit: LeadEdit = serde_json::from_value(edit).unwrap();
        house.app.edit_lead(&csr, id, edit).await
    };
    for (field, value, why) in [
        ("email", "ana at example", "is not an e-mail address"),
        ("email", "a@b@example.com", "is not an e-mail address"),
        ("phone", "555", "is not a phone number"),
        ("name", "\u{200b}", "must not be empty"),
        ("name", "???", "has no letter"),
        ("address", "somewhere in town", "has no house number"),
        ("address", "88 Deshler Ave, Columbus, OH 432", "has a ZIP code that is none"),
        ("urgency", "very", "use emergency"),
        ("preferred_time", "February 31", "February 31 does not exist"),
        ("preferred_time", "yesterday at 25:00", "25:00 is no time of day"),
        ("preferred_time", "whenever", "could not be read"),
    ] {
        let refused = edit(serde_json::json!({ field: value })).await.unwrap_err();
        assert_eq!((refused.kind, refused.errors[0].path.as_str()), (Kind::Invalid, field), "{value}");
        assert!(refused.detail.contains(why), "{value}: {refused}");
    }
    let lead = edit(serde_json::json!({"email": "Ana@Example.com", "preferred_time": "tomorrow morning"}));
    let lead = lead.await.unwrap();
    let of = |field: &str| lead.readings.iter().filter(|one| one.field == field).collect::<Vec<_>>();
    assert_eq!(of("email")[0].value, "ana@example.com");
    assert_eq!((of("want").len(), of("want")[0].from.as_str()), (1, "person"));
    house.is_whole().await;
}

pub(crate) async fn a_time_that_cannot_be_becomes_a_question(home: Home) {
    let house = House::new(home).await;
    house.mode(Some("auto"), None).await;
    let message = "Our furnace needs its yearly furnace tune-up. Please come February 31 at 10.";
    let lead = house.asked(&Form { message, ..TUNE_UP }).await;
    let unusable = lead.readings.iter().find(|one| one.field == "unusable_time").unwrap();
    assert_eq!(unusable.value, "February 31 does not exist");
    assert_eq!(unusable.words, "February 31 at 10");
    assert_eq!(lead.gaps, ["wished_time"]);
    assert_eq!(lead.summary.state, "collecting");
    assert!(lead.question.as_deref().unwrap().contains("February 31 does not exist"), "{:?}", lead.question);
    // A person may book all the same, or write down what they hear.
    assert!(!lead.windows.is_empty());
    let csr = house.who(Role::Csr).await;
    let edit = LeadEdit { preferred_time: Some("any day but Thursday".to_owned()), ..LeadEdit::default() };
    let lead = house.app.edit_lead(&csr, id_of(&lead), edit).await.unwrap();
    assert!(lead.gaps.is_empty() && lead.question.is_none(), "{:?}", lead.gaps);
    assert!(lead.readings.iter().all(|one| one.field != "unusable_time"));

    // The same in the form's own field, which is shown as it was typed.
    let form = serde_json::json!({
        "name": "Ana Ruiz", "phone": "614-555-0177", "address": TUNE_UP.address,
        "message": TUNE_UP.message.replace(" Any day is fine.", ""), "preferred_time": "2026-02-30 morning",
    });
    let received = house
        .app
        .receive_form(SLUG, form.to_string(), serde_json::from_value(form).unwrap(), None)
        .await
        .unwrap();
    house.app.work_all().await.unwrap();
    let lead = house.named(&received.reference).await;
    let unusable = lead.readings.iter().find(|one| one.field == "unusable_time").unwrap();
    assert_eq!((unusable.from.as_str(), unusable.words.as_str()), ("field", "preferred_time"));
    assert_eq!(unusable.value, "February 30, 2026 does not exist");
    assert_eq!(
        (lead.gaps.as_slice(), lead.summary.state.as_str()),
        (&["wished_time".to_owned()][..], "collecting")
    );
    house.is_whole().await;
}
