package id.deskpemilu.escalation.usecase;

import static id.deskpemilu.escalation.usecase.EveningDesk.COORDINATOR;
import static id.deskpemilu.escalation.usecase.EveningDesk.DESA;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.election.Region;
import id.deskpemilu.escalation.CallList;
import id.deskpemilu.escalation.ChaseMother;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationList;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.usecase.ReadEscalation.Dossier;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.identity.ContactsInMemory;
import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.Notice;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadEscalationTest {

    private static final EscalationList.Silent SILENT =
            new EscalationList.Silent(ReportMother.STATION, ReportStatus.AWAITED, null, 2);
    private static final Contact CONTACT = new Contact(DESA, "Pak Lurah", "Kepala Desa", "0812", 1);

    private final EveningDesk desk = new EveningDesk();

    ReadEscalationTest() {
        desk.calls.operator(DESA, "melati");
    }

    @Test
    void a_coordinator_sees_all_that_belongs_to_it_and_to_whom_it_can_be_handed() {
        Escalation escalation = desk.silent(Level.RESPONSIBLE);
        new TellLevel(desk.escalations, desk.telling, desk.clocks, desk.clock)
                .execute(escalation.id(), Level.KECAMATAN);
        Dossier dossier = read(COORDINATOR, escalation.id());
        assertThat(dossier.escalation()).isSameAs(escalation);
        assertThat(dossier.contest()).isSameAs(desk.contest);
        assertThat(dossier.region().name()).isEqualTo("Pasir");
        assertThat(dossier.path()).extracting(Region::name).containsExactly("Uji", "Uji Selatan", "Teluk", "Pasir");
        assertThat(dossier.silent()).containsExactly(SILENT);
        assertThat(dossier.contacts()).containsExactly(CONTACT);
        assertThat(dossier.operators()).extracting(CallList.Operator::username).containsExactly("melati");
        assertThat(dossier.others()).extracting(Account::username).containsExactly("mawar");
        assertThat(dossier.told()).extracting(Notice::template).containsExactly("DESA_SILENT");
        assertThat(dossier.history()).extracting(AuditEvent::type).containsExactly("EscalationTold");
        assertThat(dossier.task()).isTrue();
    }

    @Test
    void whoever_cannot_settle_it_hands_it_to_nobody() {
        Dossier dossier = read(COORDINATOR, desk.silent(Level.KABUPATEN).id());
        assertThat(dossier.task()).isFalse();
        assertThat(dossier.others()).isEmpty();
    }

    @Test
    void what_waits_for_verifiers_has_no_operators() {
        Escalation escalation = desk.silent(EscalationKind.UNVERIFIED, EveningDesk.DISTRICT, Level.KECAMATAN, null);
        Dossier dossier = read(COORDINATOR, escalation.id());
        assertThat(dossier.task()).isTrue();
        assertThat(dossier.operators()).isEmpty();
        assertThat(dossier.others()).isEmpty();
    }

    @Test
    void only_those_who_settle_escalations_of_the_region_read_it() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        for (Role role : Role.values()) {
            if (role != Role.COORDINATOR && role != Role.SUPERVISOR) {
                Actor other = EveningDesk.actor("orang.lain", role, new RegionCode("98"));
                desk.refuses("ROLE_MISSING", () -> read(other, escalation.id()));
            }
        }
        Actor neighbour = EveningDesk.actor("tetangga", Role.COORDINATOR, new RegionCode("980102"));
        desk.refuses("REGION_FOREIGN", () -> read(neighbour, escalation.id()));
    }

    @Test
    void an_escalation_that_there_is_not_is_not_read() {
        desk.refuses("ESCALATION_UNKNOWN", () -> read(COORDINATOR, EscalationId.random()));
    }

    private Dossier read(Actor reader, EscalationId id) {
        return new ReadEscalation(
                        desk.escalations,
                        ChaseMother.list(List.of(SILENT)),
                        desk.contests,
                        desk.regions,
                        desk.calls,
                        desk.operators,
                        new ContactsInMemory(CONTACT),
                        desk.notices,
                        desk.log)
                .execute(reader, id);
    }
}
