/**
 * A database of every version before opens without a hand. Before a version is replaced, its dump is made: copy {@code bpmn/*}
 * to {@code src/test/resources/upgrade/bpmn/<version>/}, then run in a tree of that version, with this package in it,
 * {@code mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=DumpIT -Ddump=<version>} and commit
 * {@code src/test/resources/upgrade/<version>.copy.gz}. Dumps and released models are never changed; a step that a model gets
 * anew makes the recipe, {@code OpenCases}, fail until it brings a case there.
 */
package id.deskpemilu.upgrade;
