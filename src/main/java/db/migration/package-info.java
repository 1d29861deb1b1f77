/** Migrations that SQL alone cannot do. */
package db.migration;
