//! Situations drawn as text, the one question asked of each, and the answer.

mod brute;
mod checked;
mod dispatch1_checked;
mod dispatch1_days;
mod dispatch1_visits;
mod drawn;
mod explained;
mod offered;
mod paired;
mod placed;
mod planned_files;
mod random;
mod schemas;
mod suggested;
mod taken;
mod trsp1_checked;
mod trsp1_days;
mod wondered;
