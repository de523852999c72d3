//! What the store promises, asked of SQLite and of PostgreSQL.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "all of it is test code, helpers included")]

mod accounts;
mod board;
mod commits;
mod durability;
mod home;
mod journal;
mod overlap;
mod rules;
mod sample;
mod schema;
mod tasks;

/// Every named case becomes a test on each engine.
macro_rules! on_both_engines {
    ($($group:ident { $($case:ident),+ $(,)? })+) => {
        mod sqlite { $(mod $group { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                crate::$group::$case(crate::home::Home::sqlite()).await;
            }
        )+ })+ }
        mod postgres { $(mod $group { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                if let Some(home) = crate::home::Home::postgres().await {
                    crate::$group::$case(home).await;
                }
            }
        )+ })+ }
    };
}

on_both_engines! {
    schema {
        a_database_can_be_opened_again,
        a_database_of_a_newer_program_is_left_alone,
        a_database_of_another_program_is_left_alone,
        who_only_looks_changes_nothing,
        every_statement_is_understood,
        what_cannot_be_opened_says_why,
    }
    commits {
        a_record_comes_back_as_it_was_written,
        a_record_that_changed_meanwhile_is_not_overwritten,
        a_refused_changeset_leaves_nothing_behind,
        a_changeset_without_a_reason_is_refused,
        leads_and_jobs_are_numbered_in_the_transaction,
        a_hundred_commits_at_once_have_positions_without_gaps,
        two_programs_on_one_database_keep_one_order,
        the_same_request_ten_times_at_once_is_one_lead,
        an_idempotency_key_is_used_once,
        of_two_with_one_key_at_once_one_is_answered_by_the_other,
        one_bad_changeset_does_not_spoil_its_neighbours,
        a_reader_by_position_never_skips_an_entry,
        one_company_never_sees_anothers,
        every_commit_wakes_those_who_listen,
        a_slug_an_email_and_a_number_belong_to_one,
        text_with_a_nul_is_kept,
    }
    overlap {
        two_visits_at_once_are_refused_by_name,
        everything_planned_counts_as_busy,
        what_is_given_up_is_free,
        two_visits_swap_their_places,
        the_database_refuses_an_insert_around_the_program,
        a_changed_neighbour_refuses_what_was_planned_beside_it,
        the_database_refuses_an_update_around_the_program,
        of_two_who_want_a_place_at_once_one_gets_it,
    }
    rules {
        rules_that_changed_meanwhile_refuse_what_they_allowed,
        settings_that_changed_meanwhile_refuse_what_they_allowed,
        of_a_stop_and_an_act_at_once_the_act_comes_first_or_not_at_all,
    }
    journal {
        the_database_refuses_to_rewrite_the_journal,
        an_intact_chain_is_found_intact,
        a_changed_byte_is_found,
        a_dropped_entry_is_found,
        a_cut_tail_is_found,
        two_swapped_entries_are_found,
        a_timeline_tells_what_happened_to_one_thing,
        the_state_can_be_rebuilt_after_random_edits,
        a_row_changed_around_the_program_is_found,
    }
    tasks {
        a_task_is_done_once,
        a_slow_worker_is_fenced_off,
        a_task_and_its_changes_are_finished_together,
        a_failing_task_waits_longer_each_time_and_is_given_up,
        a_task_that_was_given_up_can_be_tried_again,
        a_task_that_kills_its_workers_is_given_up,
        tasks_of_one_key_are_one,
        a_task_wanted_again_while_it_runs_runs_again,
        twenty_workers_share_the_tasks,
        a_message_is_handed_over_under_a_lease,
    }
    accounts {
        a_session_ends_when_it_is_over,
        who_is_signed_out_has_no_session_and_no_link,
        a_link_signs_in_once,
        a_password_belongs_to_one_account,
        what_is_over_is_forgotten,
    }
    board {
        the_board_shows_what_touches_its_days,
        leads_are_listed_open_ones_first,
        queries_find_what_they_name,
        a_phone_finds_those_who_have_it_now,
        a_big_board_is_read_quickly,
    }
    durability {
        closing_finishes_what_waits,
        after_closing_there_is_an_error_and_no_hang,
        what_was_acknowledged_survives_a_kill,
    }
}
