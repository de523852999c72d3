//! The main job from the first word to the undo, through the use cases, on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "all of it is test code, helpers included")]

mod accounts;
mod carried;
mod corrections;
mod full;
#[path = "../house/mod.rs"]
mod house;
mod promises;
mod requests;
mod roles;
mod still;
mod suggestions;
mod unread;

/// Every named case becomes a test on each engine.
macro_rules! on_both_engines {
    ($($group:ident { $($case:ident),+ $(,)? })+) => {
        mod sqlite { $(mod $group { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                crate::$group::$case(crate::house::Home::sqlite()).await;
            }
        )+ })+ }
        mod postgres { $(mod $group { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                if let Some(home) = crate::house::Home::postgres().await {
                    crate::$group::$case(home).await;
                }
            }
        )+ })+ }
    };
}

on_both_engines! {
    requests {
        a_form_becomes_a_proposal_and_an_approval_a_job,
        a_person_may_reject_and_choose_another_window,
        assist_recommends_and_a_person_books,
        auto_books_inside_the_rules_and_the_journal_proves_it,
        a_hazard_goes_to_a_person_in_every_mode,
        the_same_request_ten_times_is_ten_contacts_of_one_lead,
        an_idempotency_key_names_one_request,
        a_form_that_makes_no_sense_is_refused_by_name,
        a_reservation_that_nobody_decides_is_given_back,
        an_approval_never_plans_a_start_in_the_past,
        of_two_who_decide_at_once_one_is_told,
        what_was_begun_before_a_kill_is_finished_after_it,
    }
    carried {
        what_was_missed_is_carried_over_until_it_has_another_window,
        whoever_calls_is_found,
        a_technician_whom_the_planner_leaves_alone_is_sent_by_hand,
        the_money_adds_up_and_the_nearest_stand_first,
    }
    promises {
        a_text_follows_the_window_or_is_refused_by_name,
        an_approval_of_what_was_not_shown_is_refused,
        an_undone_approval_waits_again_and_nothing_was_sent,
        an_undone_approval_that_was_sent_drafts_a_correction,
        a_booking_that_went_on_says_why_it_stays,
        a_cancelled_or_held_visit_comes_back_where_it_was,
        a_visit_gets_another_window_and_the_customer_a_message,
        only_a_person_gives_another_window,
        a_customer_who_writes_spanish_is_answered_in_spanish,
    }
    suggestions {
        what_is_accepted_and_undone_leaves_the_same_board,
        a_stale_acceptance_that_still_fits_is_applied,
        a_stale_acceptance_that_no_longer_fits_is_refused_by_name,
        of_two_who_accept_at_once_one_wins,
        a_visit_that_a_person_locked_is_never_moved,
        under_auto_the_planner_accepts_by_itself_and_comes_to_an_end,
        off_means_no_suggestions,
        some_of_the_moves_can_be_ticked,
    }
    roles {
        every_role_may_what_the_table_says,
    }
    accounts {
        who_is_closed_is_out_at_once,
        the_last_owner_stays,
        of_two_owners_who_close_each_other_one_stays,
        a_manager_cannot_become_an_owner,
        a_changed_password_ends_the_other_sessions,
        a_reset_password_is_the_only_one_that_works,
        a_session_lasts_while_it_is_used,
    }
    still {
        an_approval_asks_whether_the_place_still_fits,
    }
    corrections {
        what_a_person_corrects_is_checked,
        a_time_that_cannot_be_becomes_a_question,
    }
    unread {
        what_cannot_be_read_goes_to_a_person,
        words_that_kill_every_worker_go_to_a_person,
    }
    full {
        every_window_is_sold_and_each_promise_has_a_plan,
    }
}
