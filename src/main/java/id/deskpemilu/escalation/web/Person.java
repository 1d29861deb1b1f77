package id.deskpemilu.escalation.web;

import id.deskpemilu.identity.Contact;
import id.deskpemilu.notification.WaLink;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be called.
 *
 * @param name the person's name
 * @param position what the person is; null for an operator
 * @param phone the number as it was given; null if there is none
 * @param tel the address that dials it; null if there is no number
 * @param chat the address that opens WhatsApp with a text; null if it is no mobile number
 */
public record Person(
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String tel,
        @Nullable String chat) {

    /** A person with a number, or without one. */
    static Person of(String name, @Nullable String position, @Nullable String phone, String text) {
        return phone == null || phone.isBlank()
                ? new Person(name, position, null, null, null)
                : new Person(
                        name,
                        position,
                        phone,
                        "tel:+" + Contact.number(phone),
                        WaLink.of(phone, text).orElse(null));
    }
}
