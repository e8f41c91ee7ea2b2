package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Actor;
import io.qihang.access.Authenticator;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@SystemTest
class PeopleTests {

    @Autowired
    People people;

    @Autowired
    StaffDirectory directory;

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    Authenticator authenticator;

    @Nested
    class A_person {

        @ParameterizedTest
        @ValueSource(strings = {"13900009101", "+86 139 0000 9101", "139-0000-9101"})
        void has_their_number_however_it_is_written(String written) {
            assertThat(people.hasPhone(phones.signIn("13900009101").id(), written))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"13900009103", "1390000910", "", "abc"})
        void has_no_other_number(String other) {
            assertThat(people.hasPhone(phones.signIn("13900009102").id(), other))
                    .isFalse();
        }

        @Test
        void is_known_by_masked_number_and_openid() {
            var person = phones.signIn("13900009104");
            assertThat(people.maskedPhone(person.id())).contains("139****9104");
            assertThat(people.openids(List.of(person.id()))).containsEntry(person.id(), person.openid());
        }

        @Test
        void who_does_not_exist_has_nothing() {
            PersonId nobody = new PersonId(UUID.randomUUID());
            assertThat(people.hasPhone(nobody, "13900009104")).isFalse();
            assertThat(people.maskedPhone(nobody)).isEmpty();
            assertThat(people.openids(List.of(nobody))).isEmpty();
        }
    }

    @Nested
    class The_actor_of_a_phone {

        @Test
        void is_the_person_without_roles_in_their_own_scope() {
            var person = phones.signIn();
            assertThat(actor(person, false))
                    .isEqualTo(new Actor(
                            person.id().value(),
                            Client.PHONE,
                            java.util.Set.of(),
                            Scope.own(person.id().value()),
                            java.util.Set.of()));
        }

        @Test
        void is_the_bound_member_of_staff_where_staff_is_asked_for() {
            var member = staffing.hireFor("371525101");
            var person = phones.bound(member);
            Actor staff = actor(person, true);
            assertThat(staff.account()).isEqualTo(member.id().value());
            assertThat(staff.client()).isEqualTo(Client.PHONE);
            assertThat(staff.roles()).containsExactly(Role.TOWNSHIP_OFFICER);
            assertThat(staff.scope().units()).hasSize(1);
            assertThat(actor(person, false).isPerson()).isTrue();
        }

        @Test
        void stays_the_person_without_power_where_no_staff_account_is_bound() {
            var person = phones.signIn();
            assertThat(actor(person, true).account()).isEqualTo(person.id().value());
            assertThat(actor(person, true).isPerson()).isTrue();
        }

        @Test
        void is_the_person_again_at_once_when_the_staff_account_is_disabled() {
            var member = staffing.hire(Role.LEADER);
            var person = phones.bound(member);
            assertThat(actor(person, true).isPerson()).isFalse();
            staffing.hire(Role.SYSTEM_ADMIN)
                    .api()
                    .post("/api/v1/desk/accounts/" + member.id() + "/disabling", "")
                    .expect(204);
            assertThat(actor(person, true).isPerson()).isTrue();
        }

        @Test
        void is_never_the_former_caller_of_the_same_thread() {
            var one = phones.signIn();
            var other = phones.signIn();
            for (int i = 0; i < 2000; i++) {
                var caller = i % 2 == 0 ? one : other;
                assertThat(actor(caller, i % 3 == 0).account())
                        .isEqualTo(caller.id().value());
            }
            assertThat(authenticator.authenticate(new MockHttpServletRequest(), Client.PHONE, false))
                    .isNull();
        }

        private Actor actor(Phones.Person person, boolean asStaff) {
            var request = new MockHttpServletRequest();
            request.addHeader("Authorization", "Bearer " + person.token());
            return Objects.requireNonNull(authenticator.authenticate(request, Client.PHONE, asStaff));
        }
    }

    @Test
    void names_of_staff_come_in_one_batch_and_unknown_ids_are_left_out() {
        var one = staffing.hire(Role.LEADER);
        var other = staffing.hire(Role.COMMISSIONER);
        var names = directory.names(List.of(one.id(), other.id(), one.id(), new StaffId(UUID.randomUUID())));
        assertThat(names).hasSize(2).containsKeys(one.id(), other.id());
        assertThat(names.values()).allSatisfy(it -> assertThat(it).startsWith("虚构人员"));
        assertThat(directory.names(List.of())).isEmpty();
    }
}
