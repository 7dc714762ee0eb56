// The functions run in the shared runtime: the page of the task pane ties them to their ids.
