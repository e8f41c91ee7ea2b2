package io.qihang.ticket.domain;

/**
 * The words of a message about a ticket.
 *
 * @param title the ticket's own title
 * @param status at most five characters, as WeChat's {@code phrase} field asks
 * @param headline one line for the inbox
 * @param body what happened and what to do next
 * @param note the same in at most twenty characters
 */
record Notice(String title, String status, String headline, String body, String note) {

    /** The same without a title that not everybody may see yet. */
    Notice untitled(String number) {
        return new Notice(number, status, headline.replace("：" + title, "：" + number), body, note);
    }

    static Notice about(Ticket ticket, String status, String what, String body, String note) {
        return new Notice(ticket.title(), status, what + "：" + ticket.title(), ticket.number() + "，" + body, note);
    }
}
