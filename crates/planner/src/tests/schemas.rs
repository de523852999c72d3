//! What is read and written has the shape that the schemas in `schema/` tell.

use super::planned_files::asked;
use super::{dispatch1_days, trsp1_days};
use crate::formats::answer::Question;
use serde_json::{Value, json};

fn schema(name: &str) -> Value {
    let text = match name {
        "trsp-1" => include_str!("../../schema/trsp-1.json"),
        "trsp-1-plan" => include_str!("../../schema/trsp-1-plan.json"),
        "dispatch-1" => include_str!("../../schema/dispatch-1.json"),
        "dispatch-1-plan" => include_str!("../../schema/dispatch-1-plan.json"),
        "plan-suggestion-1" => include_str!("../../schema/plan-suggestion-1.json"),
        "plan-slots-1" => include_str!("../../schema/plan-slots-1.json"),
        "plan-explanation-1" => include_str!("../../schema/plan-explanation-1.json"),
        _ => panic!("no schema {name}"),
    };
    serde_json::from_str(text).unwrap()
}

/// The words of JSON Schema that our schemas use; any other is a mistake in this test.
const WORDS: &[&str] = &[
    "$schema",
    "title",
    "description",
    "format",
    "$defs",
    "$ref",
    "type",
    "const",
    "enum",
    "anyOf",
    "oneOf",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "required",
    "additionalProperties",
    "minProperties",
    "minimum",
    "maximum",
    "pattern",
];

/// Everything in which `value` differs from `schema`, with its path.
fn differences(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let Some(words) = schema.as_object() else {
        return if schema == &json!(false) { vec![format!("{path}: is not allowed")] } else { Vec::new() };
    };
    let mut found: Vec<String> = words
        .keys()
        .filter(|word| !WORDS.contains(&word.as_str()))
        .map(|word| format!("{path}: word {word}"))
        .collect();
    let mut says = |is: bool, what: &str| {
        if !is {
            found.push(format!("{path}: {what}"));
        }
    };
    let within = |schema: &Value, value: &Value, path: &str| differences(root, schema, value, path);
    if let Some(kinds) = schema.get("type") {
        let kinds = kinds.as_array().cloned().unwrap_or_else(|| vec![kinds.clone()]);
        says(kinds.iter().any(|kind| is_a(value, kind.as_str().unwrap())), &format!("is no {kinds:?}"));
    }
    says(schema.get("const").is_none_or(|only| only == value), "is another constant");
    says(schema["enum"].as_array().is_none_or(|known| known.contains(value)), "is not in the list");
    says(
        schema["minimum"].as_f64().is_none_or(|least| value.as_f64().is_none_or(|it| it >= least)),
        "is too small",
    );
    says(
        schema["maximum"].as_f64().is_none_or(|most| value.as_f64().is_none_or(|it| it <= most)),
        "is too great",
    );
    let fits = |list: &Vec<Value>| list.iter().filter(|one| within(one, value, path).is_empty()).count();
    says(schema["anyOf"].as_array().is_none_or(|list| fits(list) > 0), "fits none");
    says(schema["oneOf"].as_array().is_none_or(|list| fits(list) == 1), "does not fit exactly one");
    if let Some(list) = value.as_array() {
        says(schema["minItems"].as_u64().is_none_or(|least| list.len() as u64 >= least), "is too short");
        says(schema["maxItems"].as_u64().is_none_or(|most| list.len() as u64 <= most), "is too long");
        if let Some(items) = schema.get("items") {
            for (at, item) in list.iter().enumerate() {
                found.extend(within(items, item, &format!("{path}[{at}]")));
            }
        }
    }
    if let Some(object) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten() {
            if !object.contains_key(name.as_str().unwrap()) {
                found.push(format!("{path}: {name} is missing"));
            }
        }
        for (name, member) in object {
            let known = schema["properties"].get(name).or(schema.get("additionalProperties"));
            found.extend(known.map_or(Vec::new(), |known| within(known, member, &format!("{path}.{name}"))));
        }
    }
    if let Some(name) = schema["$ref"].as_str() {
        let target = &root["$defs"][name.strip_prefix("#/$defs/").unwrap()];
        assert!(target.is_object(), "{name} leads nowhere");
        found.extend(within(target, value, path));
    }
    found
}

fn is_a(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => panic!("no type {kind}"),
    }
}

#[track_caller]
fn check(name: &str, text: &str) {
    let (schema, value) = (schema(name), serde_json::from_str::<Value>(text).unwrap());
    let found = differences(&schema, &schema, &value, name);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn problems_and_answers_have_the_shape_that_is_told() {
    for seed in 0..10 {
        let (problem, _) = dispatch1_days::drawn(seed);
        let (text, job) = (serde_json::to_string(&problem).unwrap(), problem.jobs.last().unwrap().id.clone());
        check("dispatch-1", &text);
        let plan = asked(&text, None, Question::Plan).json;
        check("dispatch-1-plan", &plan);
        check("plan-suggestion-1", &asked(&text, Some(&plan), Question::Suggest(&job)).json);
        check("plan-slots-1", &asked(&text, Some(&plan), Question::Slots(&job)).json);
        check("plan-explanation-1", &asked(&text, Some(&plan), Question::Explain(&job)).json);
        let (mut day, _) = trsp1_days::drawn(seed);
        day.jobs[0].locked = None;
        let (text, job) = (trsp1_days::json(&day), day.jobs[0].id.to_string());
        check("trsp-1", &text);
        let plan = asked(&text, None, Question::Plan).json;
        check("trsp-1-plan", &plan);
        check("plan-suggestion-1", &asked(&text, Some(&plan), Question::Suggest(&job)).json);
        check("plan-slots-1", &asked(&text, Some(&plan), Question::Slots(&job)).json);
        check("plan-explanation-1", &asked(&text, Some(&plan), Question::Explain(&job)).json);
    }
}

#[test]
fn a_shape_that_is_not_told_is_found() {
    let (problem, _) = dispatch1_days::drawn(1);
    let schema = schema("dispatch-1");
    let good = serde_json::to_value(&problem).unwrap();
    let spoil = |spoil: fn(&mut Value)| {
        let mut value = good.clone();
        spoil(&mut value);
        differences(&schema, &schema, &value, "")
    };
    assert_eq!(spoil(|_| {}), [""; 0]);
    assert_eq!(spoil(|value| value["jobs"][0]["windows"] = json!([])), [".jobs[0].windows: is too short"]);
    assert_eq!(spoil(|value| value["jobs"][0]["colour"] = json!(1)), [".jobs[0].colour: is not allowed"]);
    assert_eq!(spoil(|value| value["now"] = json!(7)).len(), 1);
    assert_eq!(
        spoil(|value| value["technicians"][1]["skills"] = json!([{ "skill": "gas", "level": 9 }])).len(),
        1
    );
    assert_eq!(spoil(|value| value["links"] = json!([{ "is": "crew", "jobs": ["a"] }])).len(), 1);
}
