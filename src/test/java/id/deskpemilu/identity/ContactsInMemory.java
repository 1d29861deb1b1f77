package id.deskpemilu.identity;

import id.deskpemilu.shared.RegionCode;
import java.util.List;

/** Whom to call, without a database: the same people everywhere. */
public final class ContactsInMemory extends Contacts {

    private final List<Contact> contacts;

    public ContactsInMemory(Contact... contacts) {
        super(null, null);
        this.contacts = List.of(contacts);
    }

    @Override
    public List<Contact> of(RegionCode region) {
        return contacts;
    }
}
