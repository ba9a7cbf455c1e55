//! Rate limit smoothing: the allowance rises and falls in steps (policy-model.md section 7b).

use super::SectionName::Access;
use super::{Field, Kind, Version};

/// When smoothing came.
const FLOOR: Version = Version::new(5, 4);
/// Where the domain notes describe it.
const SOURCE: &str = "policy-model.md 7b";
/// What a zero in one of the four numbers does, without a word of complaint.
const OFF: &[(&str, &str)] = &[("0", "smoothing is off, even where enabled is true")];
/// What leaving one of the four numbers out does.
const OFF_TOO: &str = "Smoothing is off, even where enabled is true.";

/// The time between two changes.
pub static SMOOTHING_DELAY: Field = Field::new("delay", Kind::Integer, Access, SOURCE)
    .says("Delay", "The shortest time between two changes of the allowance.")
    .otherwise(OFF_TOO, "30")
    .counts("seconds")
    .since(FLOOR)
    .means(OFF);
/// The switch.
pub static SMOOTHING_ENABLED: Field = Field::new("enabled", Kind::Flag, Access, SOURCE)
    .says("Smoothing on", "Switches smoothing on. The four numbers must all be above 0, or it stays off.")
    .otherwise("Smoothing is off.", "true")
    .since(FLOOR);
/// The size of a change.
pub static SMOOTHING_STEP: Field = Field::new("step", Kind::Integer, Access, SOURCE)
    .says("Step", "By how many requests the allowance rises or falls at a time.")
    .otherwise(OFF_TOO, "100")
    .counts("requests")
    .since(FLOOR)
    .means(OFF);
/// The smallest allowance.
pub static SMOOTHING_THRESHOLD: Field = Field::new("threshold", Kind::Integer, Access, SOURCE)
    .says("Threshold", "The allowance that smoothing starts with and comes back to. It should be below the rate.")
    .otherwise(OFF_TOO, "400")
    .counts("requests")
    .since(FLOOR)
    .means(OFF);
/// When a change happens.
pub static SMOOTHING_TRIGGER: Field = Field::new("trigger", Kind::Number, Access, SOURCE)
    .says("Trigger", "How near to the allowance traffic must come before it rises, as a part of a step: 0.1 to 1.0.")
    .otherwise(OFF_TOO, "0.5")
    .counts("of a step")
    .since(FLOOR)
    .means(OFF);

/// All fields of a smoothing object, alphabetically.
pub static SMOOTHING_FIELDS: [&Field; 5] =
    [&SMOOTHING_DELAY, &SMOOTHING_ENABLED, &SMOOTHING_STEP, &SMOOTHING_THRESHOLD, &SMOOTHING_TRIGGER];
