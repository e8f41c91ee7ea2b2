package io.qihang.embedded;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.crypto.Vault;
import io.qihang.identity.PersonId;
import io.qihang.identity.domain.OwnRecord;
import io.qihang.identity.domain.PersonSignIn;
import io.qihang.platform.RegionCode;
import io.qihang.simulator.WeChatSimulator;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who acts while the demo's past is loaded: invented persons through the front door, and the demo's staff. */
class DemoPeople {

    static final RegionCode COUNTY = new RegionCode("371525");

    private final WeChatSimulator weChat;
    private final PersonSignIn signIn;
    private final OwnRecord own;
    private final Vault vault;
    private final JdbcClient database;

    DemoPeople(WeChatSimulator weChat, PersonSignIn signIn, OwnRecord own, Vault vault, JdbcClient database) {
        this.weChat = weChat;
        this.signIn = signIn;
        this.own = own;
        this.vault = vault;
        this.database = database;
    }

    /** The openid of the demo's person with this phone number. */
    static String openid(String phone) {
        return "oDemo" + "x".repeat(12) + phone;
    }

    /** A person who signs in with WeChat, accepts the texts and binds the number. */
    PersonId arrive(String phone) {
        String openid = openid(phone);
        weChat.createUser(openid, phone);
        signIn.signIn(weChat.issueLoginCode(openid));
        PersonId person = personOf(phone);
        Actor actor = actor(person);
        own.consentTexts().forEach(it -> own.accept(actor, it.document(), it.version()));
        own.bindPhone(actor, weChat.issuePhoneCode(openid));
        return person;
    }

    /** The person who arrived with this number. */
    PersonId personOf(String phone) {
        return new PersonId(database.sql("select id from person where openid_index in (:indexes)")
                .param("indexes", vault.blindIndexes("person.openid", openid(phone)))
                .query(UUID.class)
                .single());
    }

    static Actor actor(PersonId person) {
        return new Actor(person.value(), Client.PHONE, Set.of(), Scope.own(person.value()), Set.of());
    }

    /** The bureau's officer. */
    Actor county() {
        UUID id = account("county");
        var scope = new Scope(id, COUNTY, Set.of(COUNTY), Set.of(), Set.of());
        return new Actor(id, Client.CONSOLE, Set.of(Role.COUNTY_OFFICER), scope, Set.of());
    }

    /** The handler of an office; {@code login} is one of the demo's accounts. */
    Actor handler(String login, String office) {
        UUID id = account(login);
        var scope = new Scope(id, COUNTY, Set.of(), Set.of(), Set.of(office));
        return new Actor(id, Client.CONSOLE, Set.of(Role.HANDLER), scope, Set.of());
    }

    /** A commissioner on the phone. */
    Actor commissioner(String login) {
        UUID id = account(login);
        var scope = new Scope(id, COUNTY, Set.of(), Set.of(), Set.of());
        return new Actor(id, Client.PHONE, Set.of(Role.COMMISSIONER), scope, Set.of());
    }

    /** The officer of a unit. */
    Actor township(String login, String unit) {
        UUID id = account(login);
        var scope = new Scope(id, COUNTY, Set.of(), Set.of(new RegionCode(unit)), Set.of());
        return new Actor(id, Client.CONSOLE, Set.of(Role.TOWNSHIP_OFFICER), scope, Set.of());
    }

    UUID account(String login) {
        return database.sql("select id from staff_account where login_name = ?")
                .param(login)
                .query(UUID.class)
                .single();
    }
}
