// One function per route, named as the dispatcher would say it.
import { get, patch, post, put, remove } from './client';
import type {
  Acceptance, AcceptedView, ApprovalDecision, ApprovalList, BoardView, ChosenWindow, CompanyView, Dismissal, Figures, FirstOwner, LeadDetail,
  LeadEdit, LeadList, MessageView, ModeChange, MovesPreview, MovesRequest, MovesResult, NewPassword, NewUser, Outcome, RescheduleRequest, RescheduleResult, PasswordChange, SearchResult, SessionView, SettingsView, SignIn, StandingView,
  SuggestionView, TechnicianRanking, TimelineEntry, UserView, VisitDetail, VisitWindows,
} from './types';

export const session = () => get<SessionView>('/session');
export const signIn = (who: SignIn) => post<SessionView>('/session', who);
export const signOut = () => remove<null>('/session');
export const needsSetup = () => get<{ needed: boolean }>('/setup');
export const setUp = (owner: FirstOwner) => post<SessionView>('/setup', owner);

export const company = () => get<CompanyView>('/company');
export const changeMode = (change: ModeChange) => put<CompanyView>('/company/mode', change);
export const changeSettings = (settings: SettingsView) => put<CompanyView>('/company/settings', settings);
export const users = () => get<{ users: UserView[] }>('/users');
export const addUser = (user: NewUser) => post<UserView>('/users', user);
export const closeUser = (id: string) => put<UserView>(`/users/${id}/closure`);
export const reopenUser = (id: string) => remove<UserView>(`/users/${id}/closure`);
export const resetPassword = (id: string, password: NewPassword) => put<null>(`/users/${id}/password`, password);
export const changePassword = (change: PasswordChange) => put<null>('/session/password', change);

export const leads = (filter: 'open' | 'all' | 'booked') => get<LeadList>('/leads', { filter });
export const lead = (id: string, signal?: AbortSignal) => get<LeadDetail>(`/leads/${id}`, undefined, signal);
export const editLead = (id: string, edit: LeadEdit) => patch<LeadDetail>(`/leads/${id}/readings`, edit);
export const takeLead = (id: string) => put<LeadDetail>(`/leads/${id}/owner`);
export const letLeadGo = (id: string) => remove<LeadDetail>(`/leads/${id}/owner`);
export const reserve = (id: string, window: ChosenWindow) => post<LeadDetail>(`/leads/${id}/reservation`, window);
export const releaseReservation = (id: string) => remove<LeadDetail>(`/leads/${id}/reservation`);
export const book = (id: string, window: ChosenWindow) => post<LeadDetail>(`/leads/${id}/booking`, window);
export const dismiss = (id: string, why: Dismissal) => post<LeadDetail>(`/leads/${id}/dismissal`, why);
export const takeEscalation = (id: string) => post<LeadDetail>(`/escalations/${id}/owner`);
export const closeEscalation = (id: string, outcome: Outcome) => post<LeadDetail>(`/escalations/${id}/outcome`, outcome);

export const approvals = () => get<ApprovalList>('/approvals');
export const decideApproval = (leadId: string, decision: ApprovalDecision) => post<LeadDetail>(`/leads/${leadId}/approval`, decision);

/** Lets a drafted message leave, after it was held back for a moment. */
export const releaseMessage = (id: string) => post<MessageView>(`/messages/${id}/release`);
export const discardMessage = (id: string) => remove<MessageView>(`/messages/${id}`);

/** Visits of any day, leads, customers and technicians that a text names: a number, a name, a phone, an address. */
export const search = (q: string, signal?: AbortSignal) => get<SearchResult>('/search', { q }, signal);

/** Without a date: today in company time. */
export const board = (date?: string | null, signal?: AbortSignal) => get<BoardView>('/board', { date }, signal);
export const makeMoves = (moves: MovesRequest) => post<MovesResult>('/board/moves', moves);
export const previewMoves = (moves: MovesRequest, signal?: AbortSignal) => post<MovesPreview>('/board/preview', moves, signal);
export const undo = (position: number) => post<MovesResult>('/undo', { position });
export const visit = (appointmentId: string, signal?: AbortSignal) =>
  get<VisitDetail>(`/appointments/${appointmentId}`, undefined, signal);
export const technicianRanking = (appointmentId: string, signal?: AbortSignal) =>
  get<TechnicianRanking>(`/appointments/${appointmentId}/technicians`, undefined, signal);
export const visitWindows = (appointmentId: string) => get<VisitWindows>(`/appointments/${appointmentId}/windows`);
/** Gives a visit another window: a person's promise to the customer. */
export const reschedule = (appointmentId: string, to: RescheduleRequest) =>
  post<RescheduleResult>(`/appointments/${appointmentId}/window`, to);
export const lock = (appointmentId: string, kind: 'technician' | 'start' | 'technician_and_start') =>
  put<MovesResult>(`/appointments/${appointmentId}/lock`, { kind });
export const unlock = (appointmentId: string) => remove<MovesResult>(`/appointments/${appointmentId}/lock`);

export const suggest = (appointmentId: string) => post<SuggestionView>('/suggestions', { appointment_id: appointmentId });
export const suggestion = (id: string) => get<SuggestionView>(`/suggestions/${id}`);
export const figures = (id: string, acceptance: Acceptance, signal?: AbortSignal) =>
  post<Figures>(`/suggestions/${id}/figures`, acceptance, signal);
export const acceptSuggestion = (id: string, acceptance: Acceptance) => post<AcceptedView>(`/suggestions/${id}/acceptance`, acceptance);
export const standing = (date: string) => get<StandingView>('/standing', { date });

export const timeline = (noun: string, id: string) => get<{ entries: TimelineEntry[] }>(`/timeline/${noun}/${id}`);
