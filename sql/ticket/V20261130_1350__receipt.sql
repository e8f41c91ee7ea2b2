create index ticket_number on ticket (number);
