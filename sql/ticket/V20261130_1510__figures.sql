-- 退回的数也算第二次报终审的，另数分派
drop index ticket_event_closing;
create index ticket_event_figures on ticket_event (region_code, at, ticket_id)
    where status = 'CLOSED' or action in ('DISPATCH', 'RETURN', 'APPEAL', 'REOPEN');
