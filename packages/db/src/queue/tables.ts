/** Where the queue of jobs keeps its tables: apart from the organizations' own, and holding nothing of theirs but ids. */
export const jobTables = "jobs";
