package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.crypto.Vault;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The paper receipt of a ticket for those without the app: whoever has its number and its secret reads where it stands,
 * and nothing of what it is about or who is concerned. The secret is worked out of the ticket's id under the
 * installation's own key, 60 bits of it, and kept nowhere.
 */
@Service
public class Receipts {

    private static final String COLUMN = "ticket.receipt";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    private final Tickets tickets;
    private final TicketAccess access;
    private final ReceiptMapper mapper;
    private final TicketSettings settings;
    private final Offices offices;
    private final Vault vault;
    private final AuditTrail audit;

    Receipts(
            Tickets tickets,
            TicketAccess access,
            ReceiptMapper mapper,
            TicketSettings settings,
            Offices offices,
            Vault vault,
            AuditTrail audit) {
        this.tickets = tickets;
        this.access = access;
        this.mapper = mapper;
        this.settings = settings;
        this.offices = offices;
        this.vault = vault;
        this.audit = audit;
    }

    /** What is printed on a receipt beside the ticket itself. */
    public record TicketReceipt(String number, String secret) {}

    /** A deadline as the holder of a receipt sees it. */
    public record ReceiptStep(
            String name, Instant dueAt, @Nullable Instant metAt, boolean running) {}

    /** A hop as the holder of a receipt sees it. */
    public record ReceiptHop(Instant at, String actionName, String officeName) {}

    /**
     * Where a ticket stands: nothing personal, no words of anybody.
     *
     * @param next who has to do what until when; null once it is closed
     */
    public record ReceiptStatus(
            String number,
            String statusName,
            String stage,
            String officeName,
            @Nullable String outcome,
            @Nullable String next,
            List<ReceiptStep> steps,
            List<ReceiptHop> hops) {

        public ReceiptStatus {
            steps = List.copyOf(steps);
            hops = List.copyOf(hops);
        }
    }

    /** The receipt, for the 台账 office to print; the same whenever it is printed. */
    @Transactional
    public TicketReceipt print(Actor officer, TicketId id) {
        Ticket ticket = tickets.require(id);
        access.ledger(officer, ticket);
        audit.record("ticket.print-receipt", "ticket", id, "打印回执 " + ticket.number());
        return new TicketReceipt(ticket.number(), grouped(secret(vault.blindIndex(COLUMN, id.toString()))));
    }

    /**
     * Where the ticket stands.
     *
     * @throws Problem {@code NOT_FOUND} for a wrong secret as for a number that does not exist
     */
    public ReceiptStatus read(String number, String secret) {
        String said = secret.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        for (TicketId id : mapper.byNumber(number.strip().toUpperCase(Locale.ROOT))) {
            boolean known = vault.blindIndexes(COLUMN, id.toString()).stream().anyMatch(it -> same(secret(it), said));
            if (known) return status(tickets.require(id));
        }
        throw Problem.of(PlatformProblem.NOT_FOUND);
    }

    private ReceiptStatus status(Ticket ticket) {
        RegionCode county = ticket.county();
        List<Step> open = ticket.steps().open(ticket.status());
        String office = officeName(county, ticket.office());
        var outcome = ticket.outcome();
        return new ReceiptStatus(
                ticket.number(),
                ticket.status().label(),
                ticket.status().stage().label(),
                office,
                outcome == null ? null : outcome.label(),
                NextWords.of(ticket.status(), open, office),
                ticket.steps().all().stream()
                        .map(it -> new ReceiptStep(it.kind().label(), it.dueAt(), it.metAt(), open.contains(it)))
                        .toList(),
                mapper.hops(ticket.id()).stream()
                        .map(it -> new ReceiptHop(it.at(), it.action().label(), officeName(county, it.office())))
                        .toList());
    }

    private String officeName(RegionCode county, @Nullable String office) {
        String code = office == null ? settings.of(county).ledgerOffice() : office;
        return offices.find(county, code).map(Office::name).orElse(code);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(String index) {
        byte[] code = Base64.getUrlDecoder().decode(index);
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) text.append(ALPHABET.charAt(code[i] & 31));
        return text.toString();
    }

    private static String grouped(String secret) {
        return secret.substring(0, 4) + "-" + secret.substring(4, 8) + "-" + secret.substring(8);
    }
}
