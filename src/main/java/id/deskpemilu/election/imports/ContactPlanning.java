package id.deskpemilu.election.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.deskpemilu.identity.Contact;
import id.deskpemilu.shared.RegionCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The part of {@link Planning} that is about contact persons. A file holds all contacts of each region that it names, so that
 * somebody who has left is called no more; regions that it does not name stay as they are.
 */
final class ContactPlanning {

    private final Planning planning;
    private final Reading reading;
    private final Present present;
    private final Map<RegionCode, List<Contact>> contacts = new LinkedHashMap<>();

    ContactPlanning(Planning planning, Reading reading, Present present) {
        this.planning = planning;
        this.reading = reading;
        this.present = present;
    }

    Map<RegionCode, List<Contact>> contacts() {
        return contacts;
    }

    void plan() {
        reading.contacts().stream()
                .filter(this::isFine)
                .map(Reading.ContactRow::contact)
                .collect(groupingBy(Contact::region, TreeMap::new, toList()))
                .forEach(this::compare);
    }

    private boolean isFine(Reading.ContactRow row) {
        RegionCode region = row.contact().region();
        if (!planning.isRegionKnown(region)) {
            planning.wrong(ImportKind.CONTACTS, row.line(), "wilayah", "REGION_UNKNOWN", region.dotted());
            return false;
        }
        if (!planning.mayDecide(region)) {
            planning.wrong(
                    ImportKind.CONTACTS, row.line(), "wilayah", "REGION_FOREIGN", region.dotted(), planning.scopes());
            return false;
        }
        return true;
    }

    private void compare(RegionCode region, List<Contact> named) {
        Map<String, Contact> before = present.contacts().getOrDefault(region, List.of()).stream()
                .collect(Collectors.toMap(Contact::number, contact -> contact));
        boolean differs = false;
        for (Contact contact : named) {
            differs |= planning.tally(ImportKind.CONTACTS)
                    .row(
                            before.remove(contact.number()),
                            contact,
                            key(contact),
                            label(contact),
                            List.of(
                                    Planning.Tally.column("nama", Contact::name),
                                    Planning.Tally.column("jabatan", Contact::position),
                                    Planning.Tally.column("telepon", Contact::phone),
                                    Planning.Tally.column("urutan", Contact::place)));
        }
        for (Contact gone : before.values()) {
            differs = true;
            planning.tally(ImportKind.CONTACTS)
                    .changed(key(gone), label(gone), List.of(new ImportPlan.Difference("telepon", gone.phone(), null)));
        }
        if (differs) {
            contacts.put(region, named);
        }
    }

    private static String key(Contact contact) {
        return contact.region().dotted() + " · " + contact.number();
    }

    private String label(Contact contact) {
        return contact.name() + " · " + contact.position() + " · " + planning.nameOf(contact.region());
    }
}
