/** The desk as people meet it: in a real Chromium, on a phone and on a desk, by finger, mouse and keyboard. */
@org.jspecify.annotations.NullMarked
package id.deskpemilu.browser;
